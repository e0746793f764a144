import { createApp } from '../../src/app.ts';
import { listen } from '../../src/http/server.ts';
import type { QuizQuestion } from '../../src/library/quiz-question.ts';
import { createLog } from '../../src/log.ts';
import { closeRedis, connectRedis } from '../../src/redis/connect.ts';
import type { World } from '../support/world.ts';

/** The service of a world, started anew after an editor has changed the bank. */
export interface Restarted {
  /** Lets everything due happen. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** From now on the world's people talk to a service with this bank. */
export async function restartWith(world: World, quizQuestions: readonly QuizQuestion[]): Promise<Restarted> {
  const { settings, redisUrl, clock, library, simulator } = world;
  const redis = await connectRedis(redisUrl, { pipelining: 'automatic' });
  const app = createApp({
    settings,
    redis,
    connectQueue: () => connectRedis(redisUrl, { answers: 'patiently' }),
    library: { ...library, quizQuestions },
    clock,
    log: createLog('error', { write: (line) => void process.stderr.write(line) }),
  });
  const server = await listen(app.http, 0, '127.0.0.1');
  await app.startSending();
  simulator.setCallbackUrl([`http://127.0.0.1:${server.port}/wecom/callback`]);
  return {
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
