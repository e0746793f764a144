import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** As little of WeCom's API as sending needs: it accepts everything, after a while. */
export interface StandIn {
  readonly url: string;
  /** The bodies of all calls of `message/send` since this was last asked. */
  takeSent(): readonly string[];
  close(): void;
}

/** `latency`: milliseconds before each send is answered. */
export async function startStandIn(latency: number): Promise<StandIn> {
  let bodies: string[] = [];

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeSent() {
      const sent = bodies;
      bodies = [];
      return sent;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const path = request.url ?? '';
    if (!path.startsWith('/cgi-bin/message/send')) {
      response.end(path.startsWith('/cgi-bin/gettoken') ? token : accepted);
      return;
    }
    bodies.push(body);
    if (latency > 0) await sleep(latency);
    response.end(accepted);
  }
}

const token = JSON.stringify({ errcode: 0, errmsg: 'ok', access_token: 'stand-in', expires_in: 7200 });
const accepted = JSON.stringify({ errcode: 0, errmsg: 'ok', msgid: 'stand-in' });

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
