import type { RedisClient } from '../redis/connect.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/**
 * The records of entries that this replica has just told the queue of, so that a job need not carry its
 * entry along. A record never changes; when it is not here, because another replica told the queue or
 * this is not the first try, Redis has it.
 */
export interface RecentRecords {
  keep(id: string, record: string): void;
  /** `undefined` when the entry has been settled. */
  take(id: string): Promise<string | undefined>;
}

export interface RecentRecordsParts {
  readonly redis: RedisClient;
  readonly keys: OutboxKeys;
  /** The oldest are dropped: they are being tried by other replicas. */
  readonly most: number;
}

export function createRecentRecords({ redis, keys, most }: RecentRecordsParts): RecentRecords {
  const records = new Map<string, string>();

  return {
    keep(id, record) {
      records.set(id, record);
      if (records.size <= most) return;
      for (const oldest of records.keys()) {
        records.delete(oldest);
        return;
      }
    },
    async take(id) {
      const kept = records.get(id);
      if (kept === undefined) return (await redis.hget(keys.entries, id)) ?? undefined;
      records.delete(id);
      return kept;
    },
  };
}
