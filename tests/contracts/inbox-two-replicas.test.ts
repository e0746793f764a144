import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RedisClient } from '../../src/redis/connect.ts';
import { createKeys, type Keys } from '../../src/redis/keys.ts';
import { createCheckInStore } from '../../src/study/check-in-store.ts';
import { startReplica, type StartedReplica } from '../support/replica-start.ts';
import { storedLines } from '../support/replica-stored.ts';
import { watchCommands } from '../support/replica-watch.ts';
import { world, type World } from '../support/world.ts';

const hour = 3_600_000;
const checkedIn = '今天的学习签到已记下（11月20日 周五）。\n想看今天的内容，发“学习”。';

let stage: World;
let keys: Keys;
beforeEach(async () => {
  stage = await world({ replicas: 2 });
  keys = createKeys(stage.settings.redisPrefix);
});
afterEach(async () => {
  await stage.settle();
  const lines = await storedLines(stage.redis, stage.settings.redisPrefix);
  await stage.close();
  expect(lines.filter((line) => /:\{b\}:(?:late|inbox:)/u.test(line))).toEqual([]);
  expect(stage.simulator.violations).toEqual([]);
});

/** The check-ins of 林晓棠, as the service reads them. */
function checkInsOfLin() {
  return createCheckInStore(stage.redis, keys).of('lin.xiaotang', 2026);
}

describe('over two replicas', () => {
  it('one 签到 delivered 200 times at once is recorded once and answered the same', async () => {
    const { simulator, person } = stage;
    const { xml } = await person('周琪').types('签到');
    const fresh = xml
      .replaceAll('zhou.qi', 'lin.xiaotang')
      .replace(/<MsgId>\d+/u, '<MsgId>7000000000000000001');
    const exchanges = await simulator.deliver(fresh, { times: 200, parallel: true });

    expect(new Set(exchanges.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(exchanges.map(({ answer }) => answer))).toEqual(new Set([checkedIn]));
    expect(await checkInsOfLin()).toEqual([{ date: '2026-11-20', minute: 540 }]);
  });

  it('one 学习 delivered 200 times at once brings one card', async () => {
    const { simulator, person, settle } = stage;
    const { xml } = await person('林晓棠').types('学习');
    await simulator.deliver(xml, { times: 200, parallel: true });
    await settle();

    expect(
      person('林晓棠')
        .messages()
        .filter(({ from }) => from === 'bot'),
    ).toHaveLength(1);
    expect(simulator.calls('message/send')).toHaveLength(1);
  });

  it('a repeat gets the same answer for 48 hours and never takes effect after them', async () => {
    const { simulator, clock, person, redis } = stage;
    const { xml } = await person('林晓棠').types('签到');
    clock.advance(48 * hour);
    expect((await simulator.deliver(xml)).map(({ answer }) => answer)).toEqual([checkedIn]);

    clock.advance(1000);
    await redis.del(...(await redis.keys(keys('answer', '*'))));
    expect(await simulator.deliver(xml)).toMatchObject([{ status: 200, answer: null }]);
    expect(await checkInsOfLin()).toHaveLength(1);
  });

  it.each([-hour, hour])('a delivery works although WeCom’s clock is %i ms from ours', async (skew) => {
    const { simulator, clock, person } = stage;
    const { xml } = await person('周琪').types('签到');
    const skewed = xml
      .replaceAll('zhou.qi', 'lin.xiaotang')
      .replace(/<MsgId>\d+/u, '<MsgId>7000000000000000002')
      .replace(/<CreateTime>\d+/u, `<CreateTime>${(clock.now() + skew) / 1000}`);
    const exchanges = await simulator.deliver(skewed, { times: 20, parallel: true });
    expect(new Set(exchanges.map(({ answer }) => answer))).toEqual(new Set([checkedIn]));
    expect(await checkInsOfLin()).toHaveLength(1);
  });

  it('everybody at once saying many things leaves nothing behind', async () => {
    const { lists, person, settle, logged, redis, settings } = stage;
    const sayings = ['签到', '学习', '我的', '已学', '哈哈', '免打扰 22:00-07:00', '恢复', '帮助'];
    const exchanges = await Promise.all(
      lists.people.flatMap(({ name }) => sayings.map((saying) => person(name).types(saying))),
    );
    await settle();

    expect(new Set(exchanges.map(({ status }) => status))).toEqual(new Set([200]));
    expect(logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    const checkIns = await redis.keys(keys('checkins', '*'));
    expect(checkIns).toHaveLength(lists.people.length);
    const known = new Set(lists.people.map(({ userid }) => userid));
    const desks = await redis.keys(`${settings.redisPrefix}:*:desk:*`);
    expect(desks.filter((key) => !known.has(key.split(':').at(-1) ?? ''))).toEqual([]);
  });
});

describe('somebody who is on no roster', () => {
  it('leaves no trace, whatever they send', async () => {
    const { simulator, person, settle, redis, redisUrl, settings } = stage;
    const watch = await watchCommands(redisUrl);
    const stranger = person('王小路');
    expect(await stranger.says('签到')).toContain('我还不认识这个账号');
    await stranger.types('学习');
    await stranger.sends('image');
    await stranger.opens();
    const { xml } = await stranger.types('通知 全体 内容');
    await simulator.deliver(xml, { times: 20, parallel: true });
    await settle();

    const lines = await storedLines(redis, settings.redisPrefix);
    expect(lines.filter((line) => line.includes('wang.xl') || line.includes('签到'))).toEqual([]);
    const commands = await watch.end();
    const own = commands.filter((line) => line.includes(settings.redisPrefix));
    expect(own.filter((line) => line.includes('wang.xl'))).toEqual([]);
  });
});

describe('two people who decide the same at the same moment', () => {
  it('remind once: the other one is told so', async () => {
    const { person, simulator, lists, settle } = stage;
    await Promise.all(lists.people.map(({ name }) => person(name).types('学习')));
    await settle();
    const before = simulator.calls('message/send').length;
    const replicas = await meetingAt('hget', keys('reminded', 'A1'));
    const exchanges = await Promise.all(['陈志刚', '何雨晴'].map((name) => person(name).types('提醒 学习')));
    await replicas[0]?.settle();

    const [reminded, ...others] = exchanges
      .map(({ answer }) => answer ?? '')
      .toSorted()
      .toReversed();
    expect(reminded).toMatch(/^已提醒 \d+ 人/u);
    expect(others).toEqual(['30 分钟内已经提醒过学习了，30 分钟后可以再提醒。']);
    const count = Number(/已提醒 (\d+) 人/u.exec(reminded ?? '')?.[1]);
    const told = simulator
      .calls('message/send')
      .slice(before)
      .flatMap(({ body }) => recipientsOf(body));
    expect(new Set(told).size).toBe(told.length);
    expect(told).toHaveLength(count);
    await Promise.all(replicas.map((replica) => replica.stop()));
  });

  it('send two notices with two numbers', async () => {
    const { person } = stage;
    for (const name of ['钱文静', '赵明远']) {
      await person(name).says(`通知 书记 由${name}发出`);
      await stage.settle();
    }
    const replicas = await meetingAt('get', keys('notices'));
    await Promise.all(['钱文静', '赵明远'].map((name) => person(name).types('确认')));
    await replicas[0]?.settle();

    const shown = person('孙海波')
      .messages()
      .map(({ text }) => text);
    expect(shown.filter((text) => text.includes('由钱文静发出'))).toHaveLength(1);
    expect(shown.filter((text) => text.includes('由赵明远发出'))).toHaveLength(1);
    expect(shown.map((text) => text.split('\n')[0] ?? '').toSorted()).toEqual(['通知 1', '通知 2']);
    await Promise.all(replicas.map((replica) => replica.stop()));
  });
});

/** Two replicas whose first reads of this key have both happened before either goes on. */
async function meetingAt(read: 'get' | 'hget', key: string): Promise<readonly StartedReplica[]> {
  let arrived = 0;
  let letGo = (): void => {};
  const bothArrived = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const wrap = (client: RedisClient): RedisClient =>
    new Proxy(client, {
      get(target, name, receiver) {
        if (name !== read) return Reflect.get(target, name, receiver) as unknown;
        return async (where: string, field: string) => {
          const value = await (read === 'get' ? target.get(where) : target.hget(where, field));
          if (where !== key) return value;
          arrived += 1;
          if (arrived === 2) letGo();
          await bothArrived;
          return value;
        };
      },
    });
  const replicas = [await startReplica(stage, { wrap }), await startReplica(stage, { wrap })];
  stage.simulator.setCallbackUrl(replicas.map(({ callbackUrl }) => callbackUrl));
  return replicas;
}

function recipientsOf(body: unknown): readonly string[] {
  return String((body as { readonly touser?: unknown }).touser).split('|');
}
