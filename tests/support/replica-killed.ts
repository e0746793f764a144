import { expect } from 'vitest';
import type { Exchange } from '../../src/simulator/callbacks/exchange.ts';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import type { ReplicaSpawner } from './replica-spawn.ts';
import { startReplica } from './replica-start.ts';
import { tapRedis } from './replica-tap.ts';
import { world, type World } from './world.ts';

export interface Scenario {
  /** Happens before, at the replica that survives. */
  prepare?(world: World): Promise<unknown>;
  /** What is delivered to the replica that is killed. */
  act(world: World): Promise<Exchange>;
  /** Looks at what came of it when everything has been sent. */
  check(world: World, exchange: Exchange): Promise<void>;
}

/**
 * First the delivery is let through, to see how many requests to Redis it takes. Then, each time in a
 * world of its own, its replica is killed when Redis has carried out 0, 1, 2 … of them and before it
 * learns of the last; WeCom delivers again, to a second replica.
 */
export async function killedAtEveryStep(spawner: ReplicaSpawner, scenario: Scenario): Promise<void> {
  const requests = await killedAfter(spawner, Infinity, scenario);
  expect(requests).toBeGreaterThanOrEqual(2);
  const steps = Array.from({ length: requests + 1 }, (_, step) => step);
  await Promise.all(
    steps.map(async (step) => expect(await killedAfter(spawner, step, scenario)).toBe(Math.max(step, 1))),
  );
}

/** Returns how many requests the replica that was to be killed has made. */
async function killedAfter(
  spawner: ReplicaSpawner,
  requests: number,
  { prepare, act, check }: Scenario,
): Promise<number> {
  const stage = await world({ replicas: 0 });
  const { simulator, settings, clock, redisUrl, person } = stage;
  const [survivor, tap] = await Promise.all([startReplica(stage), tapRedis(redisUrl)]);
  const replica = await spawner.spawn({ settings, redisUrl: tap.url, now: clock.now() });
  try {
    simulator.setCallbackUrl(survivor.callbackUrl);
    await prepare?.(stage);
    await survivor.settle();
    simulator.setCallbackUrl(replica.callbackUrl);
    // Loads the roster and the scripts, which changes nothing.
    await person('周琪').types('帮助');

    tap.cutAfter(requests, () => {
      simulator.setCallbackUrl(survivor.callbackUrl);
      void replica.kill();
    });
    const exchange = await act(stage);
    const made = tap.requests();
    expect(exchange).toMatchObject({ status: 200 });
    expect(exchange.attempts).toHaveLength(requests === Infinity ? 1 : 2);
    simulator.setCallbackUrl(survivor.callbackUrl);
    await survivor.settle();
    await check(stage, exchange);

    const repeats = await simulator.deliver(exchange.xml, { times: 3 });
    expect(repeats.map(({ answer }) => answer)).toEqual(Array(3).fill(exchange.answer));
    await survivor.settle();
    await check(stage, exchange);
    expect(simulator.violations).toEqual([]);
    return made;
  } finally {
    await replica.kill();
    await survivor.stop();
    await tap.close();
    await stage.close();
  }
}

/** What somebody's phone shows of the bot. */
export function fromBot(user: SimulatedUser): ReturnType<SimulatedUser['messages']> {
  return user.messages().filter(({ from }) => from === 'bot');
}
