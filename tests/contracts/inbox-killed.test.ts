import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeys } from '../../src/redis/keys.ts';
import { createCheckInStore } from '../../src/study/check-in-store.ts';
import { fromBot, killedAtEveryStep } from '../support/replica-killed.ts';
import { replicaSpawner, type ReplicaSpawner } from '../support/replica-spawn.ts';
import { startReplica } from '../support/replica-start.ts';
import { tapRedis } from '../support/replica-tap.ts';
import { watchCommands } from '../support/replica-watch.ts';
import { world } from '../support/world.ts';

let spawner: ReplicaSpawner;
beforeAll(async () => {
  spawner = await replicaSpawner();
});
afterAll(() => spawner.close());

describe('a delivery whose replica is killed between any two steps takes effect once', () => {
  it('签到 is recorded and answered', { timeout: 120_000 }, async () => {
    await killedAtEveryStep(spawner, {
      act: ({ person }) => person('林晓棠').types('签到'),
      async check({ redis, settings }, { answer }) {
        expect(answer).toBe('今天的学习签到已记下（11月20日 周五）。\n想看今天的内容，发“学习”。');
        const keys = createKeys(settings.redisPrefix);
        const checkIns = createCheckInStore(redis, keys);
        expect(await checkIns.of('lin.xiaotang', 2026)).toEqual([{ date: '2026-11-20', minute: 540 }]);
      },
    });
  });

  it('学习 brings one card', { timeout: 120_000 }, async () => {
    await killedAtEveryStep(spawner, {
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

  it('a tap on 已学完 updates the card, and nothing else is sent', { timeout: 120_000 }, async () => {
    await killedAtEveryStep(spawner, {
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

  it('确认 sends one notice with one number to everybody', { timeout: 120_000 }, async () => {
    const text = '周五前完成年度党费公示';
    await killedAtEveryStep(spawner, {
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

it(
  'messages of one member take effect in the order they arrived, although a replica is killed',
  { timeout: 120_000 },
  async () => {
    const stage = await world({ replicas: 0 });
    const { simulator, settings, clock, redisUrl, person } = stage;
    const [survivor, tap] = await Promise.all([startReplica(stage), tapRedis(redisUrl)]);
    const replica = await spawner.spawn({ settings, redisUrl: tap.url, now: clock.now() });
    const watch = await watchCommands(redisUrl);
    try {
      tap.cutAfter(3, () => {
        simulator.setCallbackUrl(survivor.callbackUrl);
        void replica.kill();
      });
      simulator.setCallbackUrl([replica.callbackUrl, survivor.callbackUrl]);
      const lines = Array.from({ length: 30 }, (_, index) => `免打扰 22:${10 + index}-07:00`);
      const exchanges = await Promise.all(lines.map((line) => person('林晓棠').types(line)));
      await survivor.settle();

      expect(new Set(exchanges.map(({ status }) => status))).toEqual(new Set([200]));
      expect(exchanges.filter(({ attempts }) => attempts.length > 1)).not.toEqual([]);
      const commands = await watch.end();
      const keys = createKeys(settings.redisPrefix);
      const identitiesIn = (start: string): readonly string[] =>
        commands.flatMap((line) => {
          const at = line.indexOf(start);
          return at === -1 ? [] : (/^[\w-]+/u.exec(line.slice(at + start.length)) ?? []);
        });
      const arrived = identitiesIn(`"RPUSH" "${keys('inbox', 'lin.xiaotang')}" "`);
      const answered = identitiesIn(`"SET" "${keys('answer', '')}`);
      expect(answered).toHaveLength(lines.length);
      expect(answered).toEqual(arrived);
    } finally {
      await replica.kill();
      await survivor.stop();
      await tap.close();
      await stage.close();
    }
  },
);
