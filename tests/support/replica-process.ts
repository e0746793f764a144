import { createApp } from '../../src/app.ts';
import type { AppSettings } from '../../src/app-settings.ts';
import { listen } from '../../src/http/server.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { createLog } from '../../src/log.ts';
import { connectRedis, type RedisClient } from '../../src/redis/connect.ts';

/** What a replica in a process of its own is told by `replica-spawn.ts`. */
export interface ReplicaOrders {
  readonly settings: AppSettings;
  readonly redisUrl: string;
  /** Where its clock stands, in milliseconds since the epoch. */
  readonly now: number;
  /** Reads of this kind are never answered, so that a turn which needs one takes for ever. */
  readonly stalls?: 'hgetall';
}

/*
 * The service without sending and jobs: it receives callbacks and does turns until somebody kills it.
 * It tells its parent the port it listens on, and ends with the parent.
 */
const { settings, redisUrl, now, stalls } = JSON.parse(process.argv[2] ?? '') as ReplicaOrders;
const redis = await connectRedis(redisUrl, { pipelining: 'automatic' });
const { library } = await loadLibrary('content');
const app = createApp({
  settings,
  redis: stalls === undefined ? redis : stalling(redis, stalls),
  connectQueue: () => connectRedis(redisUrl, { answers: 'patiently' }),
  library,
  clock: { now: () => now },
  log: createLog('silent'),
});
const server = await listen(app.http, 0, '127.0.0.1');
process.once('disconnect', () => process.exit());
process.send?.(server.port);

function stalling(client: RedisClient, read: 'hgetall'): RedisClient {
  return new Proxy(client, {
    get: (target, name, receiver) =>
      name === read ? () => new Promise(() => {}) : (Reflect.get(target, name, receiver) as unknown),
  });
}
