import { commit } from '../redis/commit.ts';
import { createUnitOfWork } from '../redis/unit-of-work.ts';
import { isNameless } from './accepted-calls.ts';
import { entryOf } from './entry-record.ts';
import type { WithdrawalEntry } from './outbox-entry.ts';
import { stateEntry } from './outbox.ts';
import { allMissed, withdrawn } from './outcome.ts';
import { done, type Next, type Trial, type TryParts } from './try-parts.ts';
import { retryWait } from './waits.ts';
import { failedField, openField, settledField, unsentField } from './withdrawal-fields.ts';

/**
 * Settles what of a subject has not been sent, and orders a recall for each call that WeCom accepted.
 * What is on its way meanwhile ends either way within seconds, and is found when this comes again: it
 * is over when nothing of the subject is left in the outbox. Being killed and repeated does no harm.
 */
export type TryWithdrawal = (trial: Trial<WithdrawalEntry>) => Promise<Next>;

export function createTryWithdrawal(parts: TryParts): TryWithdrawal {
  const { redis, keys, settlement, report, clock, pace, chance } = parts;

  return async ({ entry, queued, attempts }) => {
    const { subject } = entry;
    // In this order: what leaves the outbox between the two has become a call.
    const left = await idsUnder(subject);
    const calls = Object.entries(await redis.hgetall(keys.callsOf(subject)));
    await Promise.all(calls.map(([messageId, people]) => orderRecall(subject, messageId, Number(people))));
    await Promise.all(left.map((id) => settleUnsent(subject, id)));
    // Looks once more although it may have ended all: only an empty look proves that nothing is on its way.
    if (left.length > 0) return { kind: 'later', wait: retryWait(attempts, pace, chance()) };

    await settlement.settle(await settlement.claim(entry, queued.record), (work) =>
      work.write('HSET', keys.recallOf(subject), settledField, 1),
    );
    return done;
  };

  async function idsUnder(subject: string): Promise<readonly string[]> {
    const subjects = await redis.hgetall(keys.subjects);
    return Object.keys(subjects).filter((id) => subjects[id] === subject);
  }

  async function orderRecall(subject: string, messageId: string, people: number): Promise<void> {
    const work = createUnitOfWork();
    const [calls, figures] = [keys.callsOf(subject), keys.recallOf(subject)];
    work.expectField(calls, messageId, String(people));
    work.write('HDEL', calls, messageId);
    if (isNameless(messageId)) {
      work.write('HINCRBY', figures, failedField('不知道是否送达'), people);
    } else {
      const id = `recall-${messageId}`;
      stateEntry(work, keys, { kind: 'recall', id, subject, messageId, people }, clock.now());
      work.write('HINCRBY', figures, openField, people);
    }
    await commit(redis, work);
  }

  /** Does nothing when a try begins or has begun: then WeCom may have it. */
  async function settleUnsent(subject: string, id: string): Promise<void> {
    const record = await redis.hget(keys.entries, id);
    const entry = record === null ? undefined : entryOf(id, record);
    if (record === null || entry?.kind !== 'send') return;
    await settlement.settle(await settlement.claim(entry, record), (work) => {
      work.expectField(keys.tried, id, undefined);
      work.write('ZREM', keys.due[entry.urgency], id);
      work.write('HINCRBY', keys.recallOf(subject), unsentField, entry.recipients.length);
      report.settle(work, entry, allMissed(entry.recipients, withdrawn));
    });
  }
}
