// @ts-check

/**
 * Listens on a free port of the loopback and says which, in the words of the product's own log line.
 *
 * @param {import('node:http').Server} server
 */
export function announce(server) {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    process.stdout.write(`${JSON.stringify({ port, msg: 'listening' })}\n`);
  });
}
