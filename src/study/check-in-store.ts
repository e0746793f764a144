import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { addDays, daysBetween, localDate, yearOf, type LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';

/*
 * Keys:
 *   checkins:<year>:<userid>   string  eleven bits for each day of the year, from 1 January on: the minute of
 *                                      the day plus one, 0 for none. A year with its times takes 506 bytes
 * Kept until the retention job clears them, or until the person asks with 删除我的可选数据.
 */
export interface CheckInStore {
  note(work: UnitOfWork, userid: string, at: LocalMoment): void;
  /** When somebody checked in that year, the earliest first. */
  of(userid: string, year: number): Promise<readonly LocalMoment[]>;
  /** On how many days from this one to the end of its year each of these people checked in, in their order. */
  daysSince(userids: readonly string[], day: LocalDate): Promise<readonly number[]>;
  /** Deletes what lies before a day of an earlier year. */
  forgetBefore(userid: string, day: LocalDate): Promise<void>;
  /** States that nothing is kept of these years. */
  forget(work: UnitOfWork, userid: string, years: readonly number[]): void;
}

export function createCheckInStore(redis: RedisClient, keys: Keys): CheckInStore {
  const keyOf = (userid: string, year: number): string => keys('checkins', year, userid.toLowerCase());

  return {
    note(work, userid, { date, minute }) {
      const year = yearOf(date);
      const slot = daysBetween(firstOf(year), date);
      work.write('BITFIELD', keyOf(userid, year), ...setting(slot, minute + 1), ...setting(slots, 0));
    },
    async of(userid, year) {
      const bytes = await redis.getBuffer(keyOf(userid, year));
      return bytes === null ? [] : momentsIn(bytes, year);
    },
    async daysSince(userids, day) {
      const year = yearOf(day);
      const from = daysBetween(firstOf(year), day);
      const stored = await Promise.all(userids.map((userid) => redis.getBuffer(keyOf(userid, year))));
      return stored.map((bytes) => (bytes === null ? 0 : daysIn(bytes, from)));
    },
    async forgetBefore(userid, day) {
      const year = yearOf(day);
      await redis.del(keyOf(userid, year - 1));
      const key = keyOf(userid, year);
      const bytes = await redis.getBuffer(key);
      if (bytes === null) return;
      const moments = momentsIn(bytes, year);
      const old = moments.filter(({ date }) => date < day);
      const cleared = old.flatMap(({ date }) => setting(daysBetween(firstOf(year), date), 0));
      if (old.length === moments.length) await redis.del(key);
      else if (cleared.length > 0) await redis.call('BITFIELD', key, ...cleared);
    },
    forget(work, userid, years) {
      for (const year of years) work.write('DEL', keyOf(userid, year));
    },
  };
}

const bits = 11;

/**
 * Days of the longest year. The slot behind them is always written too: so Redis makes the string as long
 * as it will ever be, where it would keep twice as much in reserve each time it grew.
 */
const slots = 366;

/** A part of Redis's BITFIELD command. */
function setting(slot: number, value: number): readonly [string, string, string, number] {
  return ['SET', `u${bits}`, `#${slot}`, value];
}

function momentsIn(bytes: Uint8Array, year: number): readonly LocalMoment[] {
  const first = firstOf(year);
  return Array.from({ length: slots }, (_, slot) => valueAt(bytes, slot)).flatMap((value, slot) =>
    value === 0 ? [] : [{ date: addDays(first, slot), minute: value - 1 }],
  );
}

/** A loop, because the committee counts three million days at once. */
function daysIn(bytes: Uint8Array, from: number): number {
  let days = 0;
  for (let slot = from; slot < slots; slot += 1) if (valueAt(bytes, slot) > 0) days += 1;
  return days;
}

/** Eleven bits lie in at most three bytes, the highest first; what is not there is 0. */
function valueAt(bytes: Uint8Array, slot: number): number {
  const start = slot * bits;
  const byte = start >> 3;
  const window = ((bytes[byte] ?? 0) << 16) | ((bytes[byte + 1] ?? 0) << 8) | (bytes[byte + 2] ?? 0);
  return (window >> (24 - bits - (start & 7))) & (2 ** bits - 1);
}

function firstOf(year: number): LocalDate {
  return localDate(year, 1, 1);
}
