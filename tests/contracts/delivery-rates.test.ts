import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { beginTry } from '../../src/delivery/begin-try.ts';
import type { SendEntry } from '../../src/delivery/outbox-entry.ts';
import { outboxKeys, type OutboxKeys } from '../../src/delivery/outbox-keys.ts';
import { stateEntry } from '../../src/delivery/outbox.ts';
import { countMessage, mostPerMinute, seriesPerMinute } from '../../src/delivery/rate-windows.ts';
import { commit } from '../../src/redis/commit.ts';
import type { RedisClient } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { testRedis, uniquePrefix } from '../support/redis.ts';
import { members, message } from './delivery-messages.ts';
import { deliveryWorld } from './delivery-world.ts';

type Happening =
  | { readonly what: 'message'; readonly to: string }
  | { readonly what: 'call'; readonly series: number; readonly to: readonly string[] }
  | { readonly what: 'passive'; readonly to: string }
  | { readonly what: 'minutesPass'; readonly minutes: number };

/** Calls go to some of all of them; whatever else there is goes to a few, so that these get too much. */
const people = members(12);
const person = fc.constantFrom(...people.slice(0, 3));

/** Messages to one, broadcasts in several calls, passive replies, and now and then a minute, in any order. */
const happening = fc.oneof(
  { weight: 24, arbitrary: fc.record({ what: fc.constant('message'), to: person }) },
  {
    weight: 16,
    arbitrary: fc.record({
      what: fc.constant('call'),
      series: fc.nat(40),
      to: fc.subarray([...people], { minLength: 2 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('passive'), to: person }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('minutesPass'), minutes: fc.integer({ min: 1, max: 2 }) }),
  },
) as fc.Arbitrary<Happening>;

describe('one person', () => {
  it('is sent nothing beyond 30 messages in two minutes, and waits only when it must', async () => {
    const redis = await testRedis();
    onTestFinished(() => redis.close());

    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 150, maxLength: 200 }), async (story) => {
        const { most, fewest } = await tell(story, redis.client, outboxKeys(createKeys(uniquePrefix())));
        expect(most).toBeLessThanOrEqual(mostPerMinute);
        expect(fewest).toBeGreaterThanOrEqual(mostPerMinute - seriesPerMinute);
      }),
      { numRuns: 15 },
    );
  });
});

describe('somebody whom many broadcasts pass by', () => {
  it('waits for none of them', async () => {
    const { wecom, replica } = await deliveryWorld();
    const { delivery, accept, events } = await replica();
    const others = members(2);
    // More than are counted for everybody, and so few that a call counted in two minutes does no harm.
    const broadcasts = seriesPerMinute + 12;

    await accept(
      Array.from({ length: broadcasts }, (_, index) =>
        message({ id: `n-${index}`, says: `${index}`, recipients: others }),
      ),
    );
    await delivery.drain();
    await accept(
      Array.from({ length: mostPerMinute - seriesPerMinute }, (_, index) => message({ id: `m-${index}` })),
    );
    await delivery.drain();

    expect(wecom.delivered.get('member0')).toHaveLength(broadcasts);
    expect(wecom.delivered.get('lin.xiaotang')).toHaveLength(mostPerMinute - seriesPerMinute);
    expect(events).not.toContain('putOff');
  });
});

/** What there was at the most after a message was let go, and at the fewest when somebody was told to wait. */
interface Extremes {
  readonly most: number;
  readonly fewest: number;
}

/** Has it all happen, and counts by itself: person by person, passive replies too, over two minutes. */
async function tell(story: readonly Happening[], redis: RedisClient, keys: OutboxKeys): Promise<Extremes> {
  const got = new Map<string, number[]>(people.map((userid) => [userid, []]));
  const reachedBySeries = new Map<number, ReadonlySet<string>>();
  let minutesPassed = 0;
  let most = 0;
  let fewest = Number.MAX_SAFE_INTEGER;

  for (const [index, event] of story.entries()) {
    switch (event.what) {
      case 'message':
        await send(message({ id: `m-${index}`, recipients: [event.to] }));
        break;
      case 'call':
        await sendCall(index, event.series, event.to);
        break;
      case 'passive':
        await replyPassively(event.to);
        break;
      case 'minutesPass':
        await letMinutesPass(redis, keys, event.minutes);
        minutesPassed += event.minutes;
    }
  }
  return { most, fewest };

  async function send(entry: SendEntry): Promise<boolean> {
    const work = createUnitOfWork();
    stateEntry(work, keys, entry, 0);
    await commit(redis, work);
    const begun = await beginTry(redis, keys, entry, { body: 'x', day: 1, mostUnasked: 0, at: 0 });
    const minute = await presentMinute();
    if (begun.kind === 'full') {
      for (const userid of begun.full) fewest = Math.min(fewest, countOf(userid, minute));
      return false;
    }
    expect(begun.kind).toBe('go');
    for (const userid of entry.recipients) {
      got.get(userid)?.push(minute);
      most = Math.max(most, countOf(userid, minute));
    }
    return true;
  }

  /** The calls of a series go to different people. */
  async function sendCall(index: number, series: number, to: readonly string[]): Promise<void> {
    const reached = reachedBySeries.get(series) ?? new Set();
    const recipients = to.filter((userid) => !reached.has(userid));
    if (recipients.length < 2) return;
    const isSent = await send(message({ id: `c-${index}`, recipients, series: `s-${series}` }));
    if (isSent) reachedBySeries.set(series, new Set([...reached, ...recipients]));
  }

  async function replyPassively(userid: string): Promise<void> {
    const work = createUnitOfWork();
    countMessage(work, keys, userid);
    await commit(redis, work);
    got.get(userid)?.push(await presentMinute());
  }

  function countOf(userid: string, minute: number): number {
    return (got.get(userid) ?? []).filter((at) => at >= minute - 1).length;
  }

  /** As Redis numbers it, for it may become another one by itself. */
  async function presentMinute(): Promise<number> {
    return Number((await redis.get(keys.minute.number)) ?? 0) + minutesPassed;
  }
}

/** Redis' clock cannot be moved, so what it has noted becomes older. */
async function letMinutesPass(redis: RedisClient, keys: OutboxKeys, minutes: number): Promise<void> {
  const present = await redis.get(keys.minute.number);
  if (present !== null) await redis.set(keys.minute.number, Number(present) - minutes);
  for (const series of await redis.zrange(keys.series, '0', '-1')) {
    await redis.zincrby(keys.series, -60_000 * minutes, series);
  }
}
