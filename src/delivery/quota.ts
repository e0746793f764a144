import type { RedisClient } from '../redis/connect.ts';
import type { Clock } from '../time/clock.ts';
import { quotaDay, quotaOf, type DailyQuota } from './daily-quota.ts';
import type { OutboxKeys } from './outbox-keys.ts';
import { spendingOn } from './spending.ts';

/** How much of WeCom's daily quota is left, over all replicas. */
export interface Quota {
  /**
   * Of the day of an instant by the product's clock: before something is accepted, whether it still fits
   * (`left`). Instants before now stand for today.
   */
  on(instant: number): Promise<DailyQuota>;
}

export interface QuotaParts {
  readonly redis: RedisClient;
  readonly keys: OutboxKeys;
  readonly clock: Clock;
  /** How many accounts the corp may have. */
  accounts(): Promise<number>;
}

export function createQuota({ redis, keys, clock, accounts }: QuotaParts): Quota {
  return {
    async on(instant) {
      const today = quotaDay(clock.now());
      const day = Math.max(today, quotaDay(instant));
      const [ceiling, { sent, promised }] = await Promise.all([
        accounts(),
        spendingOn(redis, keys, day, day === today ? 'today' : 'later'),
      ]);
      return quotaOf(ceiling, sent, promised);
    },
  };
}
