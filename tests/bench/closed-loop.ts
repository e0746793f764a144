import { connect, type Socket } from 'node:net';

/** What came back, in the order of the requests. */
export interface LoopResult {
  readonly replies: readonly Reply[];
  /** Milliseconds from writing each request to having all of its reply. */
  readonly latencies: readonly number[];
  /** From the first request to the last reply. */
  readonly seconds: number;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends every request once, over so many connections, each of which waits for its reply before it
 * sends the next. Does as little as possible meanwhile, so that the server is what is measured:
 * requests are prepared before, and replies are checked after.
 */
export async function closedLoop(
  port: number,
  requests: readonly Buffer[],
  connections: number,
): Promise<LoopResult> {
  const replies: Reply[] = Array.from({ length: requests.length });
  const latencies: number[] = Array.from({ length: requests.length }, () => 0);
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  let next = 0;

  const begun = performance.now();
  await Promise.all(sockets.map(converse));
  const seconds = (performance.now() - begun) / 1000;
  for (const socket of sockets) socket.destroy();
  return { replies, latencies, seconds };

  function converse(socket: Socket): Promise<void> {
    return new Promise((resolve, reject) => {
      let index = 0;
      let sent = 0;
      let received: Buffer | undefined;

      const send = (): void => {
        index = next++;
        const request = requests[index];
        if (request === undefined) return resolve();
        sent = performance.now();
        socket.write(request);
      };
      socket.on('data', (chunk: Buffer) => {
        received = received === undefined ? chunk : Buffer.concat([received, chunk]);
        const reply = wholeReply(received);
        if (reply === undefined) return;
        latencies[index] = performance.now() - sent;
        replies[index] = reply;
        received = undefined;
        send();
      });
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the server closed the connection')));
      send();
    });
  }
}

/** Connects to the loopback; rejects when nobody listens. */
async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return socket;
}

/** `undefined` while some of it is missing. All servers here state the length of what they answer. */
function wholeReply(received: Buffer): Reply | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = received.toString('latin1', 0, headEnd);
  const length = /\r\ncontent-length: (\d+)/iu.exec(head)?.[1];
  if (length === undefined) throw new Error(`a reply without a length: ${head}`);
  const bodyEnd = headEnd + 4 + Number(length);
  if (received.length < bodyEnd) return undefined;
  return { status: Number(head.slice(9, 12)), body: received.toString('utf8', headEnd + 4, bodyEnd) };
}
