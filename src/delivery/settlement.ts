import type { RedisClient } from '../redis/connect.ts';
import { commit } from '../redis/commit.ts';
import { createUnitOfWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import { noteDead } from './dead-letters.ts';
import type { Failure } from './failure.ts';
import { endEntry, marksOf, replaceEntry, type EntryPlace, type Successor } from './outbox.ts';
import { keptFileOf, urgencies, urgencyOf, type OutboxEntry } from './outbox-entry.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/** Ends entries: each verb is one atomic step, and does nothing when another sender was faster. */
export interface Settlement {
  /** A claim on an entry of which no try has begun: `record` is how it was written down. */
  claim(entry: OutboxEntry, record: string): Promise<Claim>;
  /** Ends an entry together with what `state` writes about it. */
  settle(claim: Claim, state: State): Promise<void>;
  /** Puts other entries in its place, together with what `state` writes. */
  replace(claim: Claim, successors: readonly Successor[], state?: State): Promise<void>;
  /** Puts another entry in its place. */
  turnInto(claim: Claim, entry: OutboxEntry): Promise<void>;
  /** Notes for the operator what was put aside, without its text and its recipients. */
  bury(id: string, failure: Pick<Failure, 'errcode' | 'reason' | 'remedy'>, at: number): Promise<void>;
  /** Ends an entry, whatever it is, of which nothing is to be recorded. */
  remove(id: string): Promise<void>;
}

export type State = (work: UnitOfWork) => void;

/** Whose entry it is to settle: the expectation fails when somebody else has settled or changed it. */
export interface Claim<Entry extends OutboxEntry = OutboxEntry> {
  readonly entry: Entry;
  readonly expected: { readonly key: string; readonly value: string };
  /** The entry that waits for this one. */
  readonly follower: string | undefined;
  /** The instant by Redis' clock, in milliseconds. */
  readonly now: number;
}

export interface SettlementParts {
  readonly redis: RedisClient;
  readonly keys: OutboxKeys;
  /** Told when entries were let go that wait to be told to the queue. */
  wake(): void;
}

export function createSettlement({ redis, keys, wake }: SettlementParts): Settlement {
  return {
    async claim(entry, record) {
      const expected = { key: keys.entries, value: record };
      return { entry, expected, ...(await circumstancesOf(entry.id)) };
    },
    async settle({ entry, expected, follower, now }, state) {
      const work = createUnitOfWork();
      work.expectField(expected.key, entry.id, expected.value);
      endEntry(work, keys, placeOf(entry, follower), now);
      state(work);
      await commit(redis, work);
      if (follower !== undefined) wake();
    },
    replace: putInPlaceOf,
    turnInto: (claim, entry) => putInPlaceOf(claim, [{ entry, begin: { wait: 0 } }]),
    bury: (id, failure, at) => noteDead(redis, keys, id, failure, at),
    async remove(id) {
      const { follower, now } = await circumstancesOf(id);
      const work = createUnitOfWork();
      const place = { id, follower, file: id, marks: [keys.subjects, keys.sizes] };
      for (const urgency of urgencies) endEntry(work, keys, { ...place, urgency }, now);
      await commit(redis, work);
      if (follower !== undefined) wake();
    },
  };

  function placeOf(entry: OutboxEntry, follower: string | undefined): EntryPlace {
    const marks = marksOf(keys, entry).map(([hash]) => hash);
    return { id: entry.id, urgency: urgencyOf(entry), follower, file: keptFileOf(entry), marks };
  }

  async function putInPlaceOf(
    { entry, expected, follower, now }: Claim,
    successors: readonly Successor[],
    state?: State,
  ): Promise<void> {
    const work = createUnitOfWork();
    work.expectField(expected.key, entry.id, expected.value);
    replaceEntry(work, keys, placeOf(entry, follower), successors, now);
    state?.(work);
    await commit(redis, work);
    wake();
  }

  async function circumstancesOf(id: string): Promise<Pick<Claim, 'follower' | 'now'>> {
    const [[seconds], follower] = await Promise.all([redis.time(), redis.hget(keys.followers, id)]);
    return { follower: follower ?? undefined, now: Number(seconds) * 1000 };
  }
}
