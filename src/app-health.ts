import type { Delivery } from './delivery/delivery.ts';
import type { HealthParts } from './http/health-routes.ts';
import type { Library } from './library/library.ts';
import type { DeliveryState, Metrics } from './metrics/metrics.ts';
import type { RedisClient } from './redis/connect.ts';
import type { Keys } from './redis/keys.ts';
import type { Clock } from './time/clock.ts';

export interface AppHealthParts {
  readonly redis: RedisClient;
  readonly keys: Keys;
  readonly library: Library;
  readonly delivery: Delivery;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/** What the service says of itself: whether it can do its work, and its figures. */
export function createAppHealth(parts: AppHealthParts): HealthParts {
  const { redis, keys, library, delivery, metrics, clock } = parts;

  return {
    async reasonsNotReady() {
      const reasons = library.studyItems.length === 0 ? ['content: no study items are loaded'] : [];
      try {
        // A write, because a full disk or a lost replica refuses writes only.
        await redis.set(keys('ready'), '1', 'EX', 60);
      } catch (error) {
        reasons.push(`redis: takes no writes (${error instanceof Error ? error.message : String(error)})`);
      }
      return reasons;
    },
    // What the process itself has counted is told also while Redis is away.
    metrics: async () => metrics.text(await deliveryState().catch(() => undefined)),
  };

  async function deliveryState(): Promise<DeliveryState> {
    const [calls, quota, unreachable] = await Promise.all([
      delivery.counts(),
      delivery.quota.on(clock.now()),
      delivery.unreachable.counts(),
    ]);
    return { calls, quota, unreachable };
  }
}
