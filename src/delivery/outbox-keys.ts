import type { Keys } from '../redis/keys.ts';
import { urgencies, type Urgency } from './outbox-entry.ts';

/**
 * Where delivery keeps what it owes. Every key lives until its entry is settled, unless stated.
 *
 *   outbox                    hash   entry id → the entry (`recordOf`)
 *   outbox:<urgency>:due      zset   entry id by the instant it is due, by the product's clock
 *   outbox:<urgency>:queued   zset   entry id by the instant, by Redis' clock, at which the queue is
 *                                    told of it (again)
 *   outbox:file               hash   id of an accepted entry → the bytes of its file in base64
 *   outbox:body               hash   entry id → the bytes of its first try, for every repeat
 *   outbox:tried              hash   entry id → since when, by Redis' clock, a try may be in WeCom's
 *                                    hands whose answer we do not know; for a recall only that there
 *                                    has been one
 *   outbox:follower           hash   entry id → the entry that waits for it to be settled
 *   outbox:subject            hash   entry id → the subject with which it can be taken back
 *   outbox:call:<subject>     hash   WeCom's message id → how many people that call reached; `?` and an
 *                                    entry id where WeCom told none. 25 hours
 *   outbox:recall:<subject>   hash   what became of taking the subject back (`Withdrawals`); 400 days
 *   outbox:size               hash   entry id → how many recipients it has, when several
 *   outbox:settled            zset   entry id by the instant it was settled, by Redis' clock; 48 hours
 *   outbox:variant:this       hash   userid (`*`: several) → how many bodies in these four hours
 *   outbox:variant:chosen     hash   entry id → which of these bodies is its own, once it is told
 *   outbox:dead               list   what WeCom refused for its content, the latest 500
 *   rate:<window>:this        zset   userid by how many messages in this minute or hour, by Redis' clock
 *   …:previous, …             hash   the same for the window before; and the number of the present one
 *   rate:series               zset   series of a broadcast by the instant, by Redis' clock, of its latest
 *                                    call; two hours
 *   quota                     hash   `day`: number of the present day of WeCom's, by the product's
 *                                    clock; `sent`: person-times since it began
 *   unreachable               hash   userid → reason and since when; until a message gets through
 *
 * Userids in keys and fields are in lower case, because WeCom compares them so (protocol §0.2).
 */
export interface OutboxKeys {
  readonly entries: string;
  readonly due: Readonly<Record<Urgency, string>>;
  readonly queued: Readonly<Record<Urgency, string>>;
  readonly files: string;
  readonly bodies: string;
  readonly tried: string;
  readonly followers: string;
  readonly subjects: string;
  callsOf(subject: string): string;
  recallOf(subject: string): string;
  readonly sizes: string;
  readonly settled: string;
  readonly dead: string;
  readonly variants: WindowKeys;
  readonly chosenVariants: string;
  readonly minute: WindowKeys;
  readonly hour: WindowKeys;
  readonly series: string;
  readonly quota: string;
  readonly unreachable: string;
}

/** Counts of the present window of time, and of the one before. */
export interface WindowKeys {
  readonly number: string;
  readonly current: string;
  readonly previous: string;
}

export function outboxKeys(keys: Keys): OutboxKeys {
  const perUrgency = (state: string) =>
    Object.fromEntries(urgencies.map((urgency) => [urgency, keys('outbox', urgency, state)])) as Record<
      Urgency,
      string
    >;
  const window = (...name: readonly string[]): WindowKeys => ({
    number: keys(...name),
    current: keys(...name, 'this'),
    previous: keys(...name, 'previous'),
  });

  return {
    entries: keys('outbox'),
    due: perUrgency('due'),
    queued: perUrgency('queued'),
    files: keys('outbox', 'file'),
    bodies: keys('outbox', 'body'),
    tried: keys('outbox', 'tried'),
    followers: keys('outbox', 'follower'),
    subjects: keys('outbox', 'subject'),
    callsOf: (subject) => keys('outbox', 'call', subject),
    recallOf: (subject) => keys('outbox', 'recall', subject),
    sizes: keys('outbox', 'size'),
    settled: keys('outbox', 'settled'),
    dead: keys('outbox', 'dead'),
    variants: window('outbox', 'variant'),
    chosenVariants: keys('outbox', 'variant', 'chosen'),
    minute: window('rate', 'per-minute'),
    hour: window('rate', 'per-hour'),
    series: keys('rate', 'series'),
    quota: keys('quota'),
    unreachable: keys('unreachable'),
  };
}

/** The keys of windows in the order in which scripts take them. */
export function windowKeys(...windows: readonly WindowKeys[]): readonly string[] {
  return windows.flatMap(({ number, current, previous }) => [number, current, previous]);
}
