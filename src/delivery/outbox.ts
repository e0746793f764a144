import { Fault } from '../errors.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { between, recordOf } from './entry-record.ts';
import { keptFileOf, mostRecipients, urgencyOf, type OutboxEntry, type Urgency } from './outbox-entry.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/**
 * Accepts an entry in the step that caused it. `due` is the instant, by the product's clock, before
 * which it is not sent. An id that was accepted before keeps its first form, and is not sent again for
 * 48 hours after it was settled.
 */
export function stateEntry(work: UnitOfWork, keys: OutboxKeys, entry: OutboxEntry, due: number): void {
  checkRecipients(entry);
  work.write('HSETNX', keys.entries, entry.id, recordOf(entry));
  for (const [hash, value] of marksOf(keys, entry)) work.write('HSETNX', hash, entry.id, value);
  if (entry.kind === 'upload' && entry.bytes !== undefined) {
    work.write('HSETNX', keys.files, entry.id, Buffer.from(entry.bytes).toString('base64'));
  }
  if ('after' in entry && entry.after !== undefined) {
    work.write('HSETNX', keys.followers, entry.after, entry.id);
  } else {
    work.write('ZADD', keys.due[urgencyOf(entry)], 'NX', due, entry.id);
  }
}

function checkRecipients(entry: OutboxEntry): void {
  if (!('recipients' in entry)) return;
  const { length } = entry.recipients;
  const most = mostRecipients(entry.kind);
  if (length === 0 || length > most) {
    throw new Fault(`accepting a call with ${length} recipients`, `give every call between 1 and ${most}`);
  }
  if (entry.recipients.some((userid) => userid === '' || userid.includes(between))) {
    throw new Fault('accepting a call', `give userids that are not empty, and without “${between}”`);
  }
}

/** What lies beside an entry, so that it is found or counted without being read: hash → value. */
export function marksOf(
  keys: OutboxKeys,
  entry: OutboxEntry,
): readonly (readonly [hash: string, value: string | number])[] {
  if (entry.kind !== 'send') return [];
  const { subject, recipients } = entry;
  return [
    ...(subject === undefined ? [] : [[keys.subjects, subject] as const]),
    ...(recipients.length === 1 ? [] : [[keys.sizes, recipients.length] as const]),
  ];
}

/** Where an entry stands. */
export interface EntryPlace {
  readonly id: string;
  readonly urgency: Urgency;
  /** The entry that waits for it. */
  readonly follower: string | undefined;
  /** Where the bytes of its file are kept. */
  readonly file: string | undefined;
  /** The hashes of `marksOf` in which it is. */
  readonly marks: readonly string[];
}

/** Ends an entry, and lets its follower go. `now` is the instant by Redis' clock. */
export function endEntry(work: UnitOfWork, keys: OutboxKeys, place: EntryPlace, now: number): void {
  removeEntry(work, keys, place, now);
  if (place.file !== undefined) work.write('HDEL', keys.files, place.file);
  if (place.follower === undefined) return;
  work.write('ZADD', keys.queued[place.urgency], now, place.follower);
}

/** An entry that takes the place of another. */
export interface Successor {
  readonly entry: OutboxEntry;
  readonly begin: Begin;
}

/** Milliseconds until the queue is told of an entry; or the instant, by the product's clock, it is due. */
export type Begin = { readonly wait: number } | { readonly due: number };

/**
 * Puts other entries, under ids of their own, in the place of an entry that WeCom has not accepted. The
 * last of them takes over its follower, and its file if it sends that.
 */
export function replaceEntry(
  work: UnitOfWork,
  keys: OutboxKeys,
  place: EntryPlace,
  successors: readonly Successor[],
  now: number,
): void {
  const { id, file, follower } = place;
  const successorId = (index: number) => `${id}.${index}`;
  removeEntry(work, keys, place, now);
  for (const [index, { entry, begin }] of successors.entries()) {
    work.write('HSETNX', keys.entries, successorId(index), recordOf(entry));
    for (const [hash, value] of marksOf(keys, entry)) {
      work.write('HSETNX', hash, successorId(index), value);
    }
    const urgency = urgencyOf(entry);
    if ('due' in begin) work.write('ZADD', keys.due[urgency], begin.due, successorId(index));
    else work.write('ZADD', keys.queued[urgency], now + begin.wait, successorId(index));
  }
  if (file !== undefined && successors.every(({ entry }) => keptFileOf(entry) !== file)) {
    work.write('HDEL', keys.files, file);
  }
  if (follower === undefined) return;
  work.write('HSET', keys.followers, successorId(successors.length - 1), follower);
}

function removeEntry(
  work: UnitOfWork,
  keys: OutboxKeys,
  { id, urgency, follower, marks }: EntryPlace,
  now: number,
): void {
  for (const hash of [keys.entries, keys.bodies, keys.tried, keys.chosenVariants, ...marks]) {
    work.write('HDEL', hash, id);
  }
  if (follower !== undefined) work.write('HDEL', keys.followers, id);
  work.write('ZREM', keys.queued[urgency], id);
  work.write('ZADD', keys.settled, now, id);
}
