import type { Log } from '../log.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Clock } from '../time/clock.ts';
import type { DeliveryEvent } from './delivery-event.ts';
import type { Gate, Pass } from './gate.ts';
import type { Lanes } from './lanes.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { OutboxKeys } from './outbox-keys.ts';
import type { DeliveryReport } from './outcome.ts';
import type { Pace } from './pace.ts';
import type { Readdress } from './readdress.ts';
import type { DeliveryJob } from './queue.ts';
import type { Sender } from './sender.ts';
import type { Settlement } from './settlement.ts';

/** What a try needs. */
export interface TryParts {
  /** A connection that waits for Redis to come back. */
  readonly redis: RedisClient;
  readonly keys: OutboxKeys;
  readonly settlement: Settlement;
  readonly sender: Sender;
  readonly gate: Gate;
  readonly lanes: Lanes;
  readonly report: DeliveryReport;
  readonly readdress: Readdress;
  /** How far messages that can wait may use up a day, in person-times. */
  mostUnasked(): number;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly log: Log;
  /** 0 to 1. */
  readonly chance: () => number;
  readonly count: (event: DeliveryEvent) => void;
}

/** An entry as it came out of the queue. */
export interface QueuedEntry extends DeliveryJob {
  /** As it was written down. */
  readonly record: string;
}

/** One try of one entry. */
export interface Trial<Entry extends OutboxEntry = OutboxEntry> {
  readonly entry: Entry;
  readonly queued: QueuedEntry;
  readonly pass: Pass;
  /** Counts the tries from 1. */
  readonly attempts: number;
}

/** What the queue does with a job after its try. */
export type Next =
  /** Forget it: the entry is settled, or others have taken its place. */
  | { readonly kind: 'done' }
  /** Again after `wait` milliseconds. */
  | { readonly kind: 'later'; readonly wait: number }
  /** Again when the queue goes on. */
  | { readonly kind: 'held' };

export const done: Next = { kind: 'done' };
export const held: Next = { kind: 'held' };
