import type { Log } from '../log.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { StatedWork, UnitOfWork } from '../redis/unit-of-work.ts';
import type { Clock } from '../time/clock.ts';
import { countEntries, type DeliveryCounts } from './counts.ts';
import type { DeliveryEvent } from './delivery-event.ts';
import { startEngine, type Engine } from './engine.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { outboxKeys } from './outbox-keys.ts';
import { stateEntry } from './outbox.ts';
import type { DeliveryReport } from './outcome.ts';
import { defaultPace, type Pace } from './pace.ts';
import type { Readdress } from './readdress.ts';
import { createQuota, type Quota } from './quota.ts';
import { countMessage } from './rate-windows.ts';
import type { Sender } from './sender.ts';
import { createUnreachable, type Unreachable } from './unreachable.ts';
import { createWithdrawals, type Withdrawals } from './withdrawals.ts';

/**
 * Accepted messages, sent so that each recipient gets each one exactly once (contract §3).
 *
 * An entry is accepted by the atomic step that caused it, and is the truth about what is owed. The
 * queue (BullMQ) gets their ids, and may lose or double them. Before a try one step writes down that
 * WeCom may have the message from now on, and with which bytes; after it one step settles the entry
 * and reports every recipient. So a process may be killed, or Redis be restarted, between any two:
 *
 *   accepted, not yet in the queue     the next look of any replica tells the queue
 *   in the queue                       told again after a lease, should the queue have lost it
 *   taken by a sender that is killed   another gets the job when its lock ends, 6 to 9 s later
 *   sent, no answer known              sent again with the same bytes: WeCom's duplicate check
 *                                      delivers one of them
 *   answered, not yet settled          the same
 *   settled, the queue not yet told    the job comes again and finds nothing to do
 *   two senders with one entry         the same bytes; the first to settle it does, the other nothing
 *
 * WeCom recognises repeats for at most 4 hours. An entry whose first try with unknown outcome is more
 * than 3 h 48 min ago (`repeatableFor`) is not sent again: its recipients are listed as 未确认送达. What
 * WeCom refused for certain may be repeated for ever.
 *
 * WeCom's limits are kept by waiting: 30 messages a minute to one person, passive replies included
 * (`rate-windows.ts`), and so many person-times a day (`daily-quota.ts`). What nobody asked for
 * (`SendingHours`) begins only in its hours and up to nine tenths of a day, else it waits for the next
 * time of its recipients; answers and what is urgent are never held back by our own count.
 *
 * Redis has to keep what it acknowledged. With `appendfsync everysec` it does when its process is killed,
 * unless the disk was so busy that it put off writing, for two seconds at most; what it then forgets is
 * done again with the same bytes. A machine that loses power may forget the last second in the same way.
 */
export interface Delivery {
  /** Accepts an entry, due at an instant by the product's clock, in the step that caused it. */
  state(work: UnitOfWork, entry: OutboxEntry, due: number): void;
  /** Counts a message that goes to a person by another way, for their 30 a minute: a passive reply. */
  countPassive(work: UnitOfWork, userid: string): void;
  /** Sends what has just been accepted at once, instead of within a second. */
  wake(): void;
  /** The same when this unit, which was just written, has accepted something: few turns do. */
  wakeFor(work: StatedWork): void;
  readonly unreachable: Unreachable;
  readonly withdrawals: Withdrawals;
  readonly quota: Quota;
  /** How many accepted entries are not settled, held ones included. */
  waiting(): Promise<number>;
  counts(): Promise<DeliveryCounts>;
  /** Begins to send. */
  start(): Promise<void>;
  /** Begins to send if need be, and resolves when everything that is due is settled. */
  drain(): Promise<void>;
  /** Finishes the sends under way, for at most about `grace` milliseconds. */
  close(grace: number): Promise<void>;
}

export interface DeliveryParts {
  /** The product's connection, for what has to answer promptly. */
  readonly redis: RedisClient;
  /** A connection of its own for sending, which waits for Redis to come back (`patiently`). */
  connectQueue(): RedisClient | Promise<RedisClient>;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log;
  openSender(): Sender | Promise<Sender>;
  readonly report: DeliveryReport;
  readonly readdress: Readdress;
  /** How many accounts the corp may have, for the daily quota. */
  accounts(): Promise<number>;
  observe?(event: DeliveryEvent): void;
  readonly pace?: Pace;
}

export function createDelivery(parts: DeliveryParts): Delivery {
  const { redis, clock, log, report, readdress, accounts, observe = () => {}, pace = defaultPace } = parts;
  const keys = outboxKeys(parts.keys);
  let starting: Promise<Engine> | undefined;
  let engine: Engine | undefined;
  let closing: Promise<void> | undefined;

  return {
    state: (work, entry, due) => stateEntry(work, keys, entry, due),
    countPassive: (work, userid) => countMessage(work, keys, userid),
    wake: () => engine?.wake(),
    wakeFor({ writes }) {
      if (writes.some(({ key }) => key === keys.entries)) engine?.wake();
    },
    unreachable: createUnreachable(redis, keys),
    withdrawals: createWithdrawals({ redis, keys, clock }),
    quota: createQuota({ redis, keys, clock, accounts }),
    async waiting() {
      const { held, due, queued } = await countEntries(redis, keys, clock.now());
      return held + due + queued;
    },
    counts: () => countEntries(redis, keys, clock.now()),
    async start() {
      await started();
    },
    async drain() {
      await (await started()).drain();
    },
    close: (grace) => (closing ??= close(grace)),
  };

  async function close(grace: number): Promise<void> {
    await (await starting)?.close(grace);
  }

  async function started(): Promise<Engine> {
    starting ??= open();
    engine = await starting;
    return engine;
  }

  async function open(): Promise<Engine> {
    const [connection, sender] = await Promise.all([parts.connectQueue(), parts.openSender()]);
    const queuePrefix = parts.keys('queue');
    return startEngine({
      redis: connection,
      keys,
      queuePrefix,
      sender,
      report,
      readdress,
      accounts,
      clock,
      pace,
      log,
      count: observe,
    });
  }
}
