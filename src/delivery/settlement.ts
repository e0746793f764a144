import type { RedisClient } from '../redis/connect.ts';
import { commit } from '../redis/commit.ts';
import { createUnitOfWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { Failure } from './failure.ts';
import { removeEntry, replaceEntry, type EntryPart } from './outbox.ts';
import { urgencies, urgencyOf, type OutboxEntry } from './outbox-entry.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/** Ends entries: each verb is one atomic step, and does nothing when another sender was faster. */
export interface Settlement {
  /** A claim on an entry that is still as it was written down, whether or not it was tried. */
  claim(entry: OutboxEntry, record: string): Promise<Claim>;
  /** Ends an entry together with what `state` writes about it. */
  settle(claim: Claim, state?: (work: UnitOfWork) => void): Promise<void>;
  /** Puts entries with some of the recipients each in its place. */
  replace(claim: Claim, parts: readonly EntryPart[]): Promise<void>;
  /** Notes for the operator what was put aside, without its text and its recipients. */
  bury(id: string, failure: Pick<Failure, 'errcode' | 'reason' | 'remedy'>, at: number): Promise<void>;
  /** Ends an entry of which nothing is known but its id. */
  remove(id: string): Promise<void>;
}

/** Whose entry it is to settle: the expectation fails when somebody else has settled or changed it. */
export interface Claim {
  readonly entry: OutboxEntry;
  readonly expected: { readonly key: string; readonly value: string };
  /** The instant by Redis' clock, in milliseconds. */
  readonly now: number;
}

export function createSettlement(redis: RedisClient, keys: OutboxKeys): Settlement {
  return {
    async claim(entry, record) {
      return { entry, expected: { key: keys.entries, value: record }, now: await redisNow() };
    },
    async settle({ entry, expected, now }, state) {
      const work = createUnitOfWork();
      work.expectField(expected.key, entry.id, expected.value);
      removeEntry(work, keys, { id: entry.id, urgency: urgencyOf(entry) }, now);
      state?.(work);
      await commit(redis, work);
    },
    async replace({ entry, expected, now }, parts) {
      const work = createUnitOfWork();
      work.expectField(expected.key, entry.id, expected.value);
      replaceEntry(work, keys, entry, parts, now);
      await commit(redis, work);
    },
    async bury(id, { errcode, reason, remedy }, at) {
      await redis.rpush(keys.dead, JSON.stringify({ id, errcode, reason, remedy, at }));
      await redis.ltrim(keys.dead, -mostDead, -1);
    },
    async remove(id) {
      const now = await redisNow();
      const work = createUnitOfWork();
      for (const urgency of urgencies) removeEntry(work, keys, { id, urgency }, now);
      await commit(redis, work);
    },
  };

  async function redisNow(): Promise<number> {
    const [seconds] = await redis.time();
    return Number(seconds) * 1000;
  }
}

const mostDead = 500;
