import { describe, expect, it, onTestFinished } from 'vitest';
import { whenReady } from '../../src/redis/connect.ts';
import { systemClock } from '../../src/time/clock.ts';
import { dedicatedRedis } from '../support/redis.ts';
import { members, message } from './delivery-messages.ts';
import { openDelivery, type TestDelivery } from './delivery-sender.ts';
import {
  startStandInWecom,
  type StandInBehaviour,
  type StandInWecom,
  type Trouble,
} from './delivery-wecom.ts';

describe('messages through errors of all kinds', () => {
  it('arrive exactly once although Redis is killed and restarted on the way', async () => {
    const { wecom, accepting, redis } = await world({ ...troubled, latency: 5 });
    await accepting.delivery.start();
    await accepting.accept(broadcasts);

    for (const part of [0, 200, 400]) {
      await accepting.accept(personal.slice(part, part + 200));
      await wecom.arrived(wecom.requests.length + 40);
      await redis.kill();
      await redis.start();
      await whenReady(accepting.redis, 20_000);
    }
    await accepting.delivery.drain();

    await expectExactlyOnce(wecom, accepting);
    expect(accepting.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }, 40_000);
});

describe('a sender that is told to stop', () => {
  it('finishes the sends under way', async () => {
    const { wecom, accepting } = await world({ latency: 100 });
    await accepting.delivery.start();
    await accepting.accept(personal);

    await wecom.arrived(64);
    await accepting.delivery.close(5000);

    // A machine that is too busy to keep its locks sends some of them twice, byte for byte.
    const arrived = new Set(wecom.requests.map(({ body }) => body)).size;
    expect(accepting.events.filter((event) => event === 'sent')).toHaveLength(wecom.requests.length);
    expect(Object.keys(await accepting.outcomes())).toHaveLength(arrived);
    expect(await accepting.delivery.waiting()).toBe(personal.length - arrived);
  });

  it('stops in time although Redis is away', async () => {
    const { wecom, accepting, redis } = await world({ latency: 20 });
    await accepting.delivery.start();
    await accepting.accept(personal);
    await wecom.arrived(30);
    await redis.kill();

    const before = performance.now();
    await accepting.delivery.close(500);
    expect(performance.now() - before).toBeLessThan(5000);
    await redis.start();
  });
});

const people = members(2000);
const broadcasts = [0, 1].map((half) =>
  message({
    id: `notice-${half}`,
    says: '全体通知',
    recipients: people.slice(half * 1000, half * 1000 + 1000),
    urgency: 'notice',
    notice: 3,
  }),
);
const personal = people
  .slice(0, 600)
  .map((userid) =>
    message({ id: `to-${userid}`, says: `${userid} 您好`, recipients: [userid], urgency: 'reminder' }),
  );

const invalid = new Set(['member7', 'member1500']);
const unlicensed = new Set(['member70', 'member1999']);

const troubled: StandInBehaviour = {
  invalid,
  unlicensed,
  latency: 2,
  trouble(count): Trouble {
    if (count % 11 === 0) return 'resetAfter';
    if (count % 17 === 0) return 'serverError';
    if (count % 19 === 0) return 'resetBefore';
    if (count % 23 === 0) return -1;
    if (count % 29 === 0) return 42_001;
    if (count % 31 === 0) return 45_033;
    return count % 131 === 0 ? 45_009 : 'nothing';
  },
};

async function expectExactlyOnce(
  wecom: StandInWecom,
  { outcomes, timesReported }: TestDelivery,
): Promise<void> {
  const results = await outcomes();
  for (const { id, recipients } of [...broadcasts, ...personal]) {
    for (const userid of recipients) {
      const reason = invalid.has(userid)
        ? '不在可见范围'
        : unlicensed.has(userid)
          ? '没有接口许可'
          : 'reached';
      expect(results[`${id} ${userid}`]).toBe(reason);
    }
  }
  for (const [index, userid] of people.entries()) {
    const unreachable = invalid.has(userid) || unlicensed.has(userid);
    const expected = index < 600 ? [`${userid} 您好`, '全体通知'] : ['全体通知'];
    expect((wecom.delivered.get(userid) ?? []).toSorted()).toEqual(unreachable ? [] : expected);
  }
  expect(new Set(Object.values(await timesReported()))).toEqual(new Set(['1']));
}

async function world(behaviour: StandInBehaviour) {
  const redis = await dedicatedRedis();
  const wecom = await startStandInWecom(behaviour);
  const accepting = await openDelivery({
    redisUrl: redis.url,
    wecomUrl: wecom.url,
    prefix: 'zb',
    clock: systemClock,
  });
  onTestFinished(async () => {
    await accepting.close();
    await wecom.close();
    await redis.remove();
  });
  return { wecom, redis, redisUrl: redis.url, accepting };
}
