import type { App } from '../../src/app.ts';
import { startReplica, type StartedReplica } from './replica-start.ts';
import { tapRedis, type RedisTap } from './replica-tap.ts';
import { world, type World, type WorldOptions } from './world.ts';

/** Two replicas of a world, one of which will lose Redis in the middle of its work. */
export interface DyingStage {
  readonly here: World;
  /** Is cut off from Redis, which to everybody else looks as if it was killed. */
  readonly dying: StartedReplica;
  readonly tap: RedisTap;
  readonly living: StartedReplica;
  close(): Promise<void>;
}

export async function openDyingStage(options: Omit<WorldOptions, 'replicas'> = {}): Promise<DyingStage> {
  const here = await world({ ...options, replicas: 0 });
  const tap = await tapRedis(here.redisUrl);
  const [dying, living] = await Promise.all([
    startReplica(here, { redisUrl: tap.url, queueUrl: here.redisUrl }),
    startReplica(here),
  ]);
  here.simulator.setCallbackUrl(living.callbackUrl);
  await living.settle();
  return {
    here,
    dying,
    tap,
    living,
    async close() {
      await dying.stop();
      await living.stop();
      await tap.close();
      await here.close();
    },
  };
}

/** Lets the replica take so many round trips of a heartbeat, then takes Redis away from it. */
export async function dieAfter(stage: DyingStage, requests: number): Promise<void> {
  await dieDuring(stage, requests, (app) => app.tick());
}

/** The same of anything it does. Tells whether it was cut off before it had done it. */
export async function dieDuring(
  { dying, tap }: DyingStage,
  requests: number,
  act: (app: App) => Promise<void>,
): Promise<boolean> {
  let cut = false;
  tap.cutAfter(requests, () => {
    cut = true;
    tap.refuse();
  });
  // What it was doing fails, as it should.
  await act(dying.app).catch(() => {});
  const wasCut = cut;
  if (!cut) tap.refuse();
  return wasCut;
}
