import type { Keys } from '../redis/keys.ts';
import { urgencies, type Urgency } from './outbox-entry.ts';

/**
 * Where delivery keeps what it owes. Every key lives until its entry is settled, unless stated.
 *
 *   outbox                    hash   entry id → the entry as JSON
 *   outbox:<urgency>:due      zset   entry id by the instant it is due, by the product's clock
 *   outbox:<urgency>:queued   zset   entry id by the instant, by Redis' clock, at which the queue is
 *                                    told of it (again)
 *   outbox:body               hash   entry id → the bytes of its first try, for every repeat
 *   outbox:tried              hash   entry id → since when, by Redis' clock, a try may be in WeCom's
 *                                    hands whose answer we do not know
 *   outbox:settled            zset   entry id by the instant it was settled, by Redis' clock; 48 hours
 *   outbox:variant            hash   userid (`*`: several) → how many bodies were made; for ever
 *   outbox:dead               list   what WeCom refused for its content, the latest 500
 *   rate:<window>             string number of the current minute or hour, by Redis' clock
 *   rate:<window>:this        hash   userid → messages in it
 *   rate:<window>:previous    hash   the same for the one before
 *   unreachable               hash   userid → reason and since when; until a message gets through
 *
 * Userids in keys and fields are in lower case, because WeCom compares them so (protocol §0.2).
 */
export interface OutboxKeys {
  readonly entries: string;
  readonly due: Readonly<Record<Urgency, string>>;
  readonly queued: Readonly<Record<Urgency, string>>;
  readonly bodies: string;
  readonly tried: string;
  readonly settled: string;
  readonly variants: string;
  readonly dead: string;
  readonly minute: RateKeys;
  readonly hour: RateKeys;
  readonly unreachable: string;
}

export interface RateKeys {
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
  const rate = (window: string): RateKeys => ({
    number: keys('rate', window),
    current: keys('rate', window, 'this'),
    previous: keys('rate', window, 'previous'),
  });

  return {
    entries: keys('outbox'),
    due: perUrgency('due'),
    queued: perUrgency('queued'),
    bodies: keys('outbox', 'body'),
    tried: keys('outbox', 'tried'),
    settled: keys('outbox', 'settled'),
    variants: keys('outbox', 'variant'),
    dead: keys('outbox', 'dead'),
    minute: rate('minute'),
    hour: rate('hour'),
    unreachable: keys('unreachable'),
  };
}

/** The keys of both windows, in the order `rate-windows.ts` reads them. */
export function rateKeys(keys: OutboxKeys): readonly string[] {
  return [keys.minute, keys.hour].flatMap(({ number, current, previous }) => [number, current, previous]);
}
