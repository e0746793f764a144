import { Fault } from '../errors.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { recordOf } from './entry-record.ts';
import { recipientsPerCall, urgencyOf, type OutboxEntry, type Urgency } from './outbox-entry.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/**
 * Accepts an entry in the step that caused it. `due` is the instant, by the product's clock, before
 * which it is not sent. An id that was accepted before keeps its first form, and is not sent again for
 * 48 hours after it was settled.
 */
export function stateEntry(work: UnitOfWork, keys: OutboxKeys, entry: OutboxEntry, due: number): void {
  const { length } = entry.recipients;
  if (length === 0 || length > recipientsPerCall) {
    throw new Fault(
      `accepting a call with ${length} recipients`,
      `give every call between 1 and ${recipientsPerCall}`,
    );
  }
  work.write('HSETNX', keys.entries, entry.id, recordOf(entry));
  work.write('ZADD', keys.due[urgencyOf(entry)], 'NX', due, entry.id);
}

/** Ends an entry. `now` is the instant by Redis' clock. */
export function removeEntry(
  work: UnitOfWork,
  keys: OutboxKeys,
  { id, urgency }: { readonly id: string; readonly urgency: Urgency },
  now: number,
): void {
  for (const hash of [keys.entries, keys.bodies, keys.tried]) work.write('HDEL', hash, id);
  work.write('ZREM', keys.queued[urgency], id);
  work.write('ZADD', keys.settled, now, id);
}

/**
 * Puts entries with some of its recipients each in the place of an entry that WeCom has not accepted.
 * Whoever takes their ids apart finds the id of the first.
 */
export function replaceEntry(
  work: UnitOfWork,
  keys: OutboxKeys,
  entry: OutboxEntry,
  parts: readonly EntryPart[],
  now: number,
): void {
  const urgency = urgencyOf(entry);
  removeEntry(work, keys, { id: entry.id, urgency }, now);
  for (const [index, { recipients, wait }] of parts.entries()) {
    const part = { ...entry, id: `${entry.id}.${index}`, recipients };
    work.write('HSETNX', keys.entries, part.id, recordOf(part));
    work.write('ZADD', keys.queued[urgency], now + wait, part.id);
  }
}

/** Some recipients of an entry, and the milliseconds until the queue is told of them. */
export interface EntryPart {
  readonly recipients: readonly string[];
  readonly wait: number;
}
