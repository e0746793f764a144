import { describe, expect, it } from 'vitest';
import type { RedisClient } from '../../src/redis/connect.ts';
import { gate } from '../support/replica-inbox.ts';
import { replicaSpawner } from '../support/replica-spawn.ts';
import { startReplica } from '../support/replica-start.ts';
import { world, type World } from '../support/world.ts';

/** 我的 reads a hash that the member's desk does not hold; here that read takes as long as the test likes. */
describe.concurrent('a turn that takes longer than WeCom waits', () => {
  it('is acknowledged, and its text is sent once', { timeout: 120_000 }, async () => {
    const slow = gate();
    const stage = await world({ replicas: 0 });
    const replica = await startReplica(stage, { wrap: (redis) => slowly(redis, slow.pass) });
    const { simulator, person } = stage;
    try {
      simulator.setCallbackUrl(replica.callbackUrl);
      const exchange = await person('林晓棠').types('我的');
      expect(exchange).toMatchObject({ status: 200, answer: null });
      slow.open();
      await person('林晓棠').sees('林晓棠 · 机关一支部');

      await expectOnce(stage, exchange.xml);
      await replica.settle();
      await expectOnce(stage, exchange.xml);
    } finally {
      await replica.stop();
      await stage.close();
    }
  });

  it(
    'is finished by the heartbeat of another process when its own is killed',
    { timeout: 120_000 },
    async () => {
      const stage = await world({ replicas: 0 });
      const { simulator, settings, redisUrl, clock, person } = stage;
      const [survivor, spawner] = await Promise.all([startReplica(stage), replicaSpawner()]);
      const replica = await spawner.spawn({ settings, redisUrl, now: clock.now(), stalls: 'hgetall' });
      try {
        simulator.setCallbackUrl(replica.callbackUrl);
        const exchange = await person('林晓棠').types('我的');
        expect(exchange).toMatchObject({ status: 200, answer: null });
        expect(person('林晓棠').lastMessage()?.from).toBe('person');
        await replica.kill();
        simulator.setCallbackUrl(survivor.callbackUrl);
        await survivor.settle();

        expect(person('林晓棠').lastMessage()?.text).toContain('林晓棠 · 机关一支部');
        await expectOnce(stage, exchange.xml);
        await survivor.settle();
        await expectOnce(stage, exchange.xml);
      } finally {
        await replica.kill();
        await survivor.stop();
        await spawner.close();
        await stage.close();
      }
    },
  );
});

/** One message of the bot, and nothing more when WeCom repeats the delivery. */
async function expectOnce({ simulator, person, redis, settings }: World, xml: string): Promise<void> {
  const repeats = await simulator.deliver(xml, { times: 2 });
  expect(repeats.map(({ answer }) => answer)).toEqual([null, null]);
  expect(
    person('林晓棠')
      .messages()
      .filter(({ from }) => from === 'bot'),
  ).toHaveLength(1);
  expect(await redis.keys(`${settings.redisPrefix}:{b}:late`)).toEqual([]);
  expect(await redis.keys(`${settings.redisPrefix}:{b}:inbox:*`)).toEqual([]);
}

/** Reads of whole hashes wait for `pass`. */
function slowly(client: RedisClient, pass: () => Promise<void>): RedisClient {
  return new Proxy(client, {
    get(target, name, receiver) {
      if (name !== 'hgetall') return Reflect.get(target, name, receiver) as unknown;
      return async (key: string) => {
        await pass();
        return target.hgetall(key);
      };
    },
  });
}
