import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { Desk } from './desk.ts';

/*
 * Keys: desk:<userid>  hash, one field a fact, kept as long as the person is on the roster.
 */

/** Looks at other people's desks: for a secretary's figures, for a job, for an audience. */
export interface Desks {
  /** The key of somebody's desk, for stating changes to it. */
  key(userid: string): string;
  /** Chosen fields of many desks, in the order of the people; one round trip per thousand. */
  read(userids: readonly string[], fields: readonly string[]): Promise<readonly Desk[]>;
}

export function createDesks(redis: RedisClient, keys: Keys): Desks {
  const key = (userid: string): string => keys('desk', userid.toLowerCase());

  return {
    key,
    async read(userids, fields) {
      const desks: Desk[] = [];
      for (let start = 0; start < userids.length; start += perTrip) {
        const rows = await Promise.all(
          userids.slice(start, start + perTrip).map((userid) => redis.hmget(key(userid), ...fields)),
        );
        desks.push(...rows.map((row) => deskOf(fields, row)));
      }
      return desks;
    },
  };
}

const perTrip = 1000;

function deskOf(fields: readonly string[], row: readonly (string | null)[]): Desk {
  return Object.fromEntries(
    fields.flatMap((field, index) => {
      const value = row[index];
      return value == null ? [] : [[field, value] as const];
    }),
  );
}
