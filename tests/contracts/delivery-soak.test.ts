import { once } from 'node:events';
import { setTimeout as seconds } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { SendEntry } from '../../src/delivery/outbox-entry.ts';
import { whenReady } from '../../src/redis/connect.ts';
import { systemClock } from '../../src/time/clock.ts';
import { dedicatedRedis, type DedicatedRedis } from '../support/redis.ts';
import { members, message } from './delivery-messages.ts';
import { openDelivery, type TestDelivery } from './delivery-sender.ts';
import { senderProgram, type StartSender } from './delivery-sender-program.ts';
import { startStandInWecom, type StandInWecom, type Trouble } from './delivery-wecom.ts';

/**
 * Everything at once, on real processes: WeCom at 30 ms fails in every way it can, senders are killed
 * and Redis too. Seconds of it with all tests, and minutes at full size with `SOAK=full`.
 */
interface Size {
  /** People who get a text of their own besides. */
  readonly personal: number;
  /** People who get the notice, a thousand a call. */
  readonly notice: number;
  /** How often a sender is killed, one a second at full size; and after how many kills Redis is. */
  readonly kills: number;
  readonly killsPerRestart: number;
  readonly killEvery: number;
  /** Milliseconds until all must have ended. */
  readonly patience: number;
  /** Whether some calls are never answered: a time-out of the client's takes ten seconds. */
  readonly silence: 'some' | 'none';
}

const sizes = {
  short: {
    personal: 1500,
    notice: 10_000,
    kills: 6,
    killsPerRestart: 3,
    killEvery: 0,
    patience: 60_000,
    silence: 'none',
  },
  full: {
    personal: 10_000,
    notice: 100_000,
    kills: 30,
    killsPerRestart: 4,
    killEvery: 1000,
    patience: 600_000,
    silence: 'some',
  },
} as const satisfies Record<string, Size>;

const size: Size = process.env['SOAK'] === 'full' ? sizes.full : sizes.short;

const startSender = senderProgram();

it(
  `reaches ${size.notice} people with a notice and ${size.personal} with a text of their own, each exactly once`,
  async () => {
    const redis = await dedicatedRedis();
    const wecom = await startStandInWecom({ latency: 30, invalid, unlicensed, trouble });
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

    const entries = [...notices, ...personal];
    for (let start = 0; start < entries.length; start += perStep) {
      await accepting.accept(entries.slice(start, start + perStep));
    }
    await harass({ redis, wecom, accepting }, startSender);

    await everybodyHasIt(wecom, accepting);
    expect(wecom.repeats()).toBeGreaterThan(0);
  },
  size.patience + 30_000,
);

interface Soak {
  readonly redis: DedicatedRedis;
  readonly wecom: StandInWecom;
  readonly accepting: TestDelivery;
}

/** Two senders at a time; the elder is killed again and again, at the end nobody any more. */
async function harass({ redis, wecom, accepting }: Soak, start: StartSender): Promise<void> {
  const senders = [start(redis.url, wecom.url)];
  for (let kill = 1; kill <= size.kills; kill += 1) {
    senders.push(start(redis.url, wecom.url));
    // Whoever has not sent anything yet would be killed for nothing.
    await Promise.all([wecom.arrived(wecom.sends() + (kill % 7) * 10 + 1), seconds(size.killEvery)]);
    const elder = senders.shift();
    elder?.kill('SIGKILL');
    if (elder !== undefined) await once(elder, 'exit');
    if (kill % size.killsPerRestart !== 0) continue;
    await redis.kill();
    await redis.start();
    await whenReady(accepting.redis, size.patience);
  }
  expect(await accepting.delivery.waiting()).toBeGreaterThan(0);

  senders.push(start(redis.url, wecom.url));
  const ended = async (): Promise<void> => expect(await accepting.delivery.waiting()).toBe(0);
  await vi.waitFor(ended, { timeout: size.patience, interval: 100 });
}

/** Messages accepted in one atomic step. */
const perStep = 250;

const crowd = members(size.notice);

const notices = Array.from({ length: size.notice / 1000 }, (_, index) =>
  message({
    id: `notice-${index}`,
    says: '全体通知',
    recipients: crowd.slice(index * 1000, index * 1000 + 1000),
    urgency: 'notice',
    series: 'notice',
  }),
);

const personal = crowd
  .slice(0, size.personal)
  .map((userid) =>
    message({ id: `to-${userid}`, says: `${userid} 您好`, recipients: [userid], urgency: 'reminder' }),
  );

const invalid = new Set(crowd.filter((_, index) => index % 997 === 7));
const unlicensed = new Set(crowd.filter((_, index) => index % 991 === 70));

/** By numbers that have no divisor in common, so that the troubles meet in all combinations. */
function trouble(count: number): Trouble {
  if (size.silence === 'some' && count % 499 === 0) return 'silence';
  if (count % 11 === 0) return 'resetAfter';
  if (count % 17 === 0) return 'serverError';
  if (count % 19 === 0) return 'resetBefore';
  if (count % 23 === 0) return -1;
  if (count % 29 === 0) return 42_001;
  if (count % 31 === 0) return 45_033;
  if (count % 37 === 0) return 40_014;
  return count % 211 === 0 ? 45_009 : 'nothing';
}

async function everybodyHasIt(wecom: StandInWecom, { outcomes, timesReported }: TestDelivery): Promise<void> {
  const [results, reports] = await Promise.all([outcomes(), timesReported()]);
  const wrong: string[] = [];
  const check = ({ id, recipients }: SendEntry): void => {
    for (const userid of recipients) {
      const name = `${id} ${userid}`;
      if (results[name] !== fateOf(userid) || reports[name] !== '1') {
        wrong.push(`${name}: ${results[name]}, reported ${reports[name]} times`);
      }
    }
  };
  notices.forEach(check);
  personal.forEach(check);
  for (const [index, userid] of crowd.entries()) {
    const texts = [...(index < size.personal ? [`${userid} 您好`] : []), '全体通知'];
    const expected = fateOf(userid) === 'reached' ? texts : [];
    const got = (wecom.delivered.get(userid) ?? []).toSorted();
    if (got.join() !== expected.toSorted().join()) wrong.push(`${userid} got ${got.join('、')}`);
  }
  expect(wrong).toEqual([]);
}

/** As WeCom answers when a call is for several people, and for one. */
function fateOf(userid: string): string {
  if (invalid.has(userid)) return '不在可见范围';
  return unlicensed.has(userid) ? '没有接口许可' : 'reached';
}
