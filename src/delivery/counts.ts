import type { RedisClient } from '../redis/connect.ts';
import { urgencies } from './outbox-entry.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/** Where the accepted entries are. */
export interface DeliveryCounts {
  /** Accepted for a later time. */
  readonly held: number;
  /** Due, and not yet in the queue. */
  readonly due: number;
  /** In the queue, on their way, or waiting for their next try. */
  readonly queued: number;
  /** Put aside for the operator, the latest 500. */
  readonly dead: number;
}

/** `now`: the instant by the product's clock, in milliseconds. */
export async function countEntries(
  redis: RedisClient,
  keys: OutboxKeys,
  now: number,
): Promise<DeliveryCounts> {
  const [held, due, queued, dead] = await Promise.all([
    total((urgency) => redis.zcount(keys.due[urgency], `(${now}`, '+inf')),
    total((urgency) => redis.zcount(keys.due[urgency], '-inf', now)),
    total((urgency) => redis.zcard(keys.queued[urgency])),
    redis.llen(keys.dead),
  ]);
  return { held, due, queued, dead };
}

async function total(count: (urgency: (typeof urgencies)[number]) => Promise<number>): Promise<number> {
  const counts = await Promise.all(urgencies.map(count));
  return counts.reduce((sum, one) => sum + one, 0);
}
