import { once } from 'node:events';
import { Cluster } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RedisClient } from '../../src/redis/connect.ts';
import { createKeys, type Keys } from '../../src/redis/keys.ts';
import type { Exchange } from '../../src/simulator/callbacks/exchange.ts';
import { replicaSpawner, type ReplicaSpawner } from '../support/replica-spawn.ts';
import { startReplica } from '../support/replica-start.ts';
import { tapRedis } from '../support/replica-tap.ts';
import { world, type World } from '../support/world.ts';

let spawner: ReplicaSpawner;
beforeAll(async () => {
  spawner = await replicaSpawner();
});
afterAll(() => spawner.close());

/**
 * A replica is killed when Redis has carried out 0, 1, 2 … of the requests that a delivery makes it
 * send, and before it learns of the last; WeCom then delivers again, to a second replica. Each number is
 * tried in a world of its own, until the first replica gets to the end of its turn.
 */
describe.concurrent('a delivery whose replica is killed between any two steps takes effect once', () => {
  it('签到 is recorded and answered', { timeout: 40_000 }, async () => {
    await killedAtEveryStep({
      act: ({ person }) => person('林晓棠').types('签到'),
      async check({ redis, settings }, { answer }) {
        expect(answer).toBe('今天的学习签到已记下（11月20日 周五）。\n想看今天的内容，发“学习”。');
        const keys = createKeys(settings.redisPrefix);
        expect(await redis.hgetall(keys('checkins', 2026, 'lin.xiaotang'))).toEqual({ 1120: '540' });
      },
    });
  });

  it('学习 brings one card', { timeout: 40_000 }, async () => {
    await killedAtEveryStep({
      act: ({ person }) => person('林晓棠').types('学习'),
      async check({ person, redis, settings }, { answer }) {
        const keys = createKeys(settings.redisPrefix);
        expect(answer).toBeNull();
        expect(fromBot(person('林晓棠'))).toHaveLength(1);
        expect(person('林晓棠').lastMessage()?.text).toContain('已学完');
        expect(await redis.hlen(keys('study', 'lin.xiaotang'))).toBe(1);
      },
    });
  });

  it('a tap on 已学完 updates the card, and nothing else is sent', { timeout: 40_000 }, async () => {
    await killedAtEveryStep({
      prepare: ({ person }) => person('林晓棠').says('学习'),
      act: ({ person }) => person('林晓棠').taps('已学完'),
      async check({ person, simulator }, { answer }) {
        expect(answer).toBeNull();
        expect(fromBot(person('林晓棠'))).toHaveLength(1);
        expect(person('林晓棠').lastMessage()?.text).toContain('已学完 11-20 09:00');
        expect(simulator.calls('message/update_template_card')).toHaveLength(1);
      },
    });
  });

  it('确认 sends one notice with one number to everybody', { timeout: 40_000 }, async () => {
    const text = '周五前完成年度党费公示';
    await killedAtEveryStep({
      prepare: ({ person }) => person('钱文静').says(`通知 全体 ${text}`),
      act: ({ person }) => person('钱文静').taps('确认'),
      async check({ person, lists, redis, settings }) {
        expect(await redis.get(createKeys(settings.redisPrefix)('notices'))).toBe('1');
        const notices = lists.people.map(({ name }) =>
          fromBot(person(name)).filter(({ text: shown }) => shown.includes(text) && shown.includes('收到')),
        );
        expect(new Set(notices.map(({ length }) => length))).toEqual(new Set([0, 1]));
        expect(notices.flat()).toHaveLength(24);
        const accepted = fromBot(person('钱文静')).filter(({ text: shown }) => shown.includes('已交付发送'));
        expect(accepted.map(({ text: shown }) => shown.split('\n')[0])).toEqual([
          '通知 1 已交付发送：24 人。',
        ]);
      },
    });
  });
});

it('messages of one member take effect in the order they arrived, although a replica is killed', async () => {
  const stage = await world({ replicas: 0 });
  const { simulator, settings, clock, redisUrl, person, redis } = stage;
  const [survivor, tap] = await Promise.all([startReplica(stage), tapRedis(redisUrl)]);
  const replica = await spawner.spawn({ settings, redisUrl: tap.url, now: clock.now() });
  const watched = await watchQueue(redis, createKeys(settings.redisPrefix));
  try {
    tap.cutAfter(12, () => {
      simulator.setCallbackUrl(survivor.callbackUrl);
      void replica.kill();
    });
    simulator.setCallbackUrl([replica.callbackUrl, survivor.callbackUrl]);
    const lines = Array.from({ length: 30 }, (_, index) => `免打扰 22:${10 + index}-07:00`);
    const exchanges = await Promise.all(lines.map((line) => person('林晓棠').types(line)));
    await survivor.settle();

    expect(new Set(exchanges.map(({ status }) => status))).toEqual(new Set([200]));
    expect(exchanges.filter(({ attempts }) => attempts.length > 1)).not.toEqual([]);
    const { arrived, done } = await watched.end();
    expect(done).toHaveLength(lines.length);
    expect(done).toEqual(arrived);
  } finally {
    await replica.kill();
    await survivor.stop();
    await tap.close();
    await stage.close();
  }
});

interface Scenario {
  /** Happens before, at the replica that survives. */
  prepare?(world: World): Promise<unknown>;
  /** What is delivered to the replica that is killed. */
  act(world: World): Promise<Exchange>;
  /** Looks at what came of it when everything has been sent. */
  check(world: World, exchange: Exchange): Promise<void>;
}

/** How many numbers of requests are tried at a time. */
const atOnce = 3;

async function killedAtEveryStep(scenario: Scenario): Promise<void> {
  let killed = 0;
  for (let least = 0; ; least += atOnce) {
    const counts = Array.from({ length: atOnce }, (_, index) => least + index);
    const ends = await Promise.all(counts.map((requests) => killedAfter(requests, scenario)));
    killed += ends.filter((end) => end === 'killed').length;
    if (ends.includes('survived')) break;
  }
  expect(killed).toBeGreaterThanOrEqual(4);
}

async function killedAfter(
  requests: number,
  { prepare, act, check }: Scenario,
): Promise<'killed' | 'survived'> {
  const stage = await world({ replicas: 0 });
  const { simulator, settings, clock, redisUrl } = stage;
  const survivor = await startReplica(stage);
  const tap = await tapRedis(redisUrl);
  const replica = await spawner.spawn({ settings, redisUrl: tap.url, now: clock.now() });
  let end: 'killed' | 'survived' = 'survived';
  try {
    simulator.setCallbackUrl(survivor.callbackUrl);
    await prepare?.(stage);
    await survivor.settle();

    tap.cutAfter(requests, () => {
      end = 'killed';
      simulator.setCallbackUrl(survivor.callbackUrl);
      void replica.kill();
    });
    simulator.setCallbackUrl(replica.callbackUrl);
    const exchange = await act(stage);
    simulator.setCallbackUrl(survivor.callbackUrl);
    expect(exchange.status).toBe(200);
    await survivor.settle();
    await check(stage, exchange);

    const repeats = await simulator.deliver(exchange.xml, { times: 3 });
    expect(repeats.map(({ answer }) => answer)).toEqual(Array(3).fill(exchange.answer));
    await survivor.settle();
    await check(stage, exchange);
    expect(simulator.violations).toEqual([]);
    return end;
  } finally {
    await replica.kill();
    await survivor.stop();
    await tap.close();
    await stage.close();
  }
}

function fromBot(user: ReturnType<World['person']>): ReturnType<typeof user.messages> {
  return user.messages().filter(({ from }) => from === 'bot');
}

/** Sees in which order sayings are put into queues, and in which order their answers are written. */
async function watchQueue(
  redis: RedisClient,
  keys: Keys,
): Promise<{ end(): Promise<{ arrived: readonly string[]; done: readonly string[] }> }> {
  if (redis instanceof Cluster) throw new Error('the tests have one Redis');
  const monitor = await redis.monitor();
  const [arrived, done]: [string[], string[]] = [[], []];
  monitor.on('monitor', (_, [command = '', key = '', value = '']: readonly string[]) => {
    if (command === 'RPUSH' && key.startsWith(keys('inbox', ''))) arrived.push(value.split('\n')[0] ?? '');
    if (command === 'SET' && key.startsWith(keys('answer', ''))) done.push(key.slice(keys('answer', '').length));
  });
  return {
    async end() {
      const last = once(monitor, 'monitor');
      await redis.ping();
      await last;
      monitor.disconnect();
      return { arrived, done };
    },
  };
}
