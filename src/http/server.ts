import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Koa from 'koa';

/** A listening server that can be stopped without cutting anybody off. */
export interface RunningServer {
  /** The port it listens on. */
  readonly port: number;
  /** Accepts nothing more; resolves when open requests are answered, at the latest after `grace` milliseconds. */
  stop(grace: number): Promise<void>;
}

export async function listen(app: Koa, port: number, host: string): Promise<RunningServer> {
  const answer = app.callback();
  const server = createServer((request, response) => void answer(request, response));
  let draining = false;
  // A connection kept alive would hold up the stop; the answer in progress is its last.
  server.prependListener('request', (_request, response) => {
    if (draining) response.setHeader('connection', 'close');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop(grace) {
      draining = true;
      await closed(server, grace);
    },
  };
}

function closed(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
