import { createApp } from '../../src/app.ts';
import { listen } from '../../src/http/server.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { createLog } from '../../src/log.ts';
import { connectRedis } from '../../src/redis/connect.ts';
import type { ReplicaOrders } from '../support/replica-process.ts';

/*
 * The service with sending, until somebody kills it; for `uploads-killed.test.ts`. It tells its parent
 * the port it listens on, and ends with the parent.
 */
const { settings, redisUrl, now } = JSON.parse(process.argv[2] ?? '') as ReplicaOrders;
const { library } = await loadLibrary('content');
const app = createApp({
  settings,
  redis: await connectRedis(redisUrl, { pipelining: 'automatic' }),
  connectQueue: () => connectRedis(redisUrl, { answers: 'patiently' }),
  library,
  clock: { now: () => now },
  log: createLog('silent'),
});
const server = await listen(app.http, 0, '127.0.0.1');
await app.startSending();
process.once('disconnect', () => process.exit());
process.send?.(server.port);
