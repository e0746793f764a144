import { createApp, type App } from '../../src/app.ts';
import { listen } from '../../src/http/server.ts';
import { createLog } from '../../src/log.ts';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import type { World } from './world.ts';

/** A replica that a test holds in its hands. */
export interface StartedReplica {
  readonly app: App;
  readonly url: string;
  readonly callbackUrl: string;
  /** Lets everything happen that is due. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Where it finds Redis, when not where the world does. */
  readonly redisUrl?: string;
  /** Where its queue finds Redis, when that is another address. */
  readonly queueUrl?: string;
  /** What it uses in the place of its connection. */
  readonly wrap?: (redis: RedisClient) => RedisClient;
}

/** Starts a replica for the people of a world; `world({ replicas: 0 })` has none of its own. */
export async function startReplica(
  { settings, library, clock, redisUrl: worldsRedis }: World,
  { redisUrl = worldsRedis, queueUrl = redisUrl, wrap = (redis) => redis }: StartOptions = {},
): Promise<StartedReplica> {
  const redis = await connectRedis(redisUrl, { pipelining: 'automatic' });
  const app = createApp({
    settings,
    redis: wrap(redis),
    connectQueue: () => connectRedis(queueUrl, { answers: 'patiently' }),
    library,
    clock,
    log: createLog('silent'),
  });
  const server = await listen(app.http, 0, '127.0.0.1');
  await app.startSending();
  const url = `http://127.0.0.1:${server.port}`;

  return {
    app,
    url,
    callbackUrl: `${url}/wecom/callback`,
    async settle() {
      await app.tick();
      await app.settle();
    },
    async stop() {
      await server.stop(1000);
      await app.stop(1000);
      await closeRedis(redis);
    },
  };
}
