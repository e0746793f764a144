import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';

/*
 * Keys: reminded:<organisation>  hash  subject → when it was last reminded of, epoch milliseconds.
 */
export interface ReminderStore {
  last(organisation: string, subject: string): Promise<number | undefined>;
  /** States a reminder; fails at the commit when somebody else reminded since `previous` was read. */
  note(
    work: UnitOfWork,
    organisation: string,
    subject: string,
    previous: number | undefined,
    at: number,
  ): void;
}

export function createReminderStore(redis: RedisClient, keys: Keys): ReminderStore {
  const key = (organisation: string): string => keys('reminded', organisation);

  return {
    async last(organisation, subject) {
      const stored = await redis.hget(key(organisation), subject);
      return stored === null ? undefined : Number(stored);
    },
    note(work, organisation, subject, previous, at) {
      work.expectField(key(organisation), subject, previous === undefined ? undefined : String(previous));
      work.write('HSET', key(organisation), subject, at);
    },
  };
}
