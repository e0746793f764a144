import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Stands between one replica and Redis, and can cut it off between any two steps. */
export interface RedisTap {
  /** For the replica. */
  readonly url: string;
  /**
   * Lets Redis carry out so many requests from now on. The answer to the last one is withheld (of none:
   * the next request is), and `cutOff` is called instead.
   */
  cutAfter(requests: number, cutOff: () => void): void;
  /** How many requests the replica has made since then. */
  requests(): number;
  /** Ends the connections and takes no new ones. */
  refuse(): void;
  /** Resolves when it turns the next one away. */
  turnedAway(): Promise<unknown>;
  /** Ends the connections and takes new ones, from now on for ever. */
  restore(): void;
  close(): Promise<void>;
}

/** `redisUrl`: a Unix socket. What is sent in one piece (a pipeline) counts as one request. */
export async function tapRedis(redisUrl: string): Promise<RedisTap> {
  const directory = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  const path = join(directory, 'tap.sock');
  const sockets = new Set<Socket>();
  let isRefusing = false;
  let most = Infinity;
  let made = 0;
  let tell = (): void => {};

  const server = createServer((replica) => {
    if (isRefusing) {
      replica.destroy();
      server.emit('refused');
      return;
    }
    const redis = connect(redisUrl.replace('unix://', ''));
    for (const socket of [replica, redis]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        replica.destroy();
        redis.destroy();
        sockets.delete(socket);
      });
    }
    replica.on('data', (request) => {
      made += 1;
      if (made <= most) redis.write(request);
      else tell();
    });
    redis.on('data', (answer) => {
      if (made < most) replica.write(answer);
      else tell();
    });
  });
  server.listen(path);
  await once(server, 'listening');

  return {
    url: `unix://${path}`,
    cutAfter(requests, cutOff) {
      most = requests;
      made = 0;
      tell = () => {
        tell = () => {};
        cutOff();
      };
    },
    requests: () => made,
    refuse() {
      isRefusing = true;
      endAll();
    },
    turnedAway: () => once(server, 'refused'),
    restore() {
      isRefusing = false;
      most = Infinity;
      endAll();
    },
    async close() {
      endAll();
      server.close();
      await rm(directory, { recursive: true });
    },
  };

  function endAll(): void {
    for (const socket of sockets) socket.destroy();
  }
}
