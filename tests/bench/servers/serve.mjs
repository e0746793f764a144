// @ts-check
import { createServer } from 'node:http';

/**
 * Serves an app on a free port of the loopback and says which, in the words of the product's own log line.
 *
 * @param {import('koa')} app
 */
export function serve(app) {
  const answer = app.callback();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    process.stdout.write(`${JSON.stringify({ port, msg: 'listening' })}\n`);
  });
}
