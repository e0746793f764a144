import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { parseLocalDate, type LocalDate } from '../time/local-date.ts';

/*
 * Keys:
 *   duties-reminded   hash  `<code> <anchor> <organisation>` → the day of the latest reminder; forgotten
 *                           two years after it
 */
export interface RemindedStore {
  /** By `termName` (obligation.ts). */
  all(): Promise<ReadonlyMap<string, LocalDate>>;
  /** States reminders on a day; fails at the commit when another replica was quicker with one of them. */
  note(work: UnitOfWork, reminders: readonly NotedReminder[]): void;
  /** Forgets reminders before this day. */
  forget(before: LocalDate): Promise<void>;
}

export interface NotedReminder {
  readonly term: string;
  readonly before: LocalDate | undefined;
  readonly on: LocalDate;
}

export function createRemindedStore(redis: RedisClient, keys: Keys): RemindedStore {
  const remindedKey = keys('duties-reminded');

  return {
    async all() {
      const stored = Object.entries(await redis.hgetall(remindedKey));
      return new Map(
        stored.flatMap(([term, text]) => {
          const day = parseLocalDate(text);
          return day === undefined ? [] : [[term, day] as const];
        }),
      );
    },
    note(work, reminders) {
      for (const { term, before, on } of reminders) {
        work.expectField(remindedKey, term, before);
        work.write('HSET', remindedKey, term, on);
      }
    },
    async forget(before) {
      const old = Object.entries(await redis.hgetall(remindedKey)).filter(([, on]) => on < before);
      if (old.length > 0) await redis.hdel(remindedKey, ...old.map(([term]) => term));
    },
  };
}
