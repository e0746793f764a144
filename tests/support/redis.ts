import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { startTestRedis } from './start-test-redis.ts';

export interface TestRedis {
  readonly url: string;
  /** A `REDIS_PREFIX` that no other test has. Never flush: the server is everybody's. */
  readonly prefix: string;
  readonly client: RedisClient;
  close(): Promise<void>;
}

/** The run's shared Redis, seen through a prefix of the test's own. */
export async function testRedis(): Promise<TestRedis> {
  const url = sharedUrl();
  const client = await connectRedis(url);
  return { url, prefix: uniquePrefix(), client, close: () => closeRedis(client) };
}

function sharedUrl(): string {
  // Typed as always there, yet only the project's own configuration provides it.
  const url: string | undefined = inject('redisUrl');
  if (url === undefined) throw new Error('run the tests with --config tests/vitest.config.ts');
  return url;
}

export function uniquePrefix(): string {
  return `t${randomBytes(6).toString('hex')}`;
}

export interface DedicatedRedis {
  readonly url: string;
  /** Ends the server as `kill -9` does. */
  kill(): Promise<void>;
  /** Makes the server hang, or go on. */
  freeze(): void;
  thaw(): void;
  /** Starts it again on the same data and the same address. */
  start(): Promise<void>;
  /** Stops it for good and removes its data. */
  remove(): Promise<void>;
}

/** A Redis of one test's own, to be killed and restarted. */
export async function dedicatedRedis(): Promise<DedicatedRedis> {
  const directory = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  let server = await startTestRedis(directory);
  return {
    url: server.url,
    async kill() {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    },
    freeze: () => void process.kill(server.pid, 'SIGSTOP'),
    thaw: () => void process.kill(server.pid, 'SIGCONT'),
    async start() {
      server = await startTestRedis(directory);
    },
    async remove() {
      await server.stop();
      await rm(directory, { recursive: true });
    },
  };
}
