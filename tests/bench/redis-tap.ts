import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a server and Redis and counts how often the server asks. */
export interface RedisTap {
  readonly url: string;
  /**
   * The most requests on one connection since the last call. As long as there is one callback at a
   * time, this is the number of round trips its turn waited for, one after the other: what is sent
   * together arrives together, and what the turn does not wait for has connections of its own.
   */
  requestsOnBusiest(): number;
  close(): void;
}

/** `socketPath`: where Redis listens. */
export async function tapRedis(socketPath: string): Promise<RedisTap> {
  let requests = new Map<Socket, number>();
  const server = createServer((client) => {
    const redis = connect(socketPath);
    client.on('data', () => requests.set(client, (requests.get(client) ?? 0) + 1));
    client.pipe(redis).pipe(client);
    for (const end of [client, redis]) end.on('error', () => client.destroy());
    client.on('close', () => redis.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requestsOnBusiest() {
      const most = Math.max(0, ...requests.values());
      requests = new Map();
      return most;
    },
    close: () => void server.close(),
  };
}
