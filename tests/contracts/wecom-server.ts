import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that arrived, with its address taken apart. */
export interface Asked {
  readonly method: string;
  /** Below `cgi-bin/`. */
  readonly api: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  readonly contentType: string | undefined;
}

/** What a request gets: a JSON value, a page with a status, or a connection that breaks. */
export type Reply = { readonly json: object } | { readonly status: number; readonly page: string } | 'broken';

/** A server in WeCom's place that answers as the test says. */
export interface WecomServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** The answer to everything from now on. */
  answer(reply: (asked: Asked, count: number) => Reply): void;
  close(): Promise<void>;
}

export async function startWecomServer(): Promise<WecomServer> {
  const asked: Asked[] = [];
  let reply: (asked: Asked, count: number) => Reply = () => ({ json: { errcode: 0, errmsg: 'ok' } });

  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const url = new URL(request.url ?? '', 'http://wecom');
      asked.push({
        method: request.method ?? '',
        api: url.pathname.replace('/cgi-bin/', ''),
        query: Object.fromEntries(url.searchParams),
        body,
        contentType: request.headers['content-type'],
      });
      const latest = asked.at(-1);
      const answer = latest === undefined ? 'broken' : reply(latest, asked.length);
      if (answer === 'broken') return void request.socket.destroy();
      if ('json' in answer) return void response.end(JSON.stringify(answer.json));
      return void response.writeHead(answer.status, { 'content-type': 'text/html' }).end(answer.page);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer(next) {
      reply = next;
      asked.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
