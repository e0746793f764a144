import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { storedDate } from '../time/stored-date.ts';
import type { Series } from './series.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Keys, kept for ever (they are few, and a number is never used twice):
 *   meeting-series  hash  `latest` → the number of the latest; number → the series as JSON
 */
export interface SeriesStore {
  /** The number of the latest, 0 before the first. */
  latest(): Promise<number>;
  /** States a new series. Fails at the commit when its number was taken meanwhile. */
  add(work: UnitOfWork, series: Series): void;
  /** States that a series is `after` from now on; fails at the commit when it was changed meanwhile. */
  change(work: UnitOfWork, before: Series, after: Series): void;
  find(number: number): Promise<Series | undefined>;
  /** Those that go on, by number. */
  open(): Promise<readonly Series[]>;
}

export function createSeriesStore(redis: RedisClient, keys: Keys): SeriesStore {
  const key = keys('meeting-series');

  return {
    async latest() {
      return Number((await redis.hget(key, latestField)) ?? 0);
    },
    add(work, series) {
      const { number } = series;
      work.expectField(key, latestField, number === 1 ? undefined : String(number - 1));
      work.write('HSET', key, latestField, number, number, JSON.stringify(series));
    },
    change(work, before, after) {
      work.expectField(key, String(before.number), JSON.stringify(before));
      work.write('HSET', key, before.number, JSON.stringify(after));
    },
    async find(number) {
      const stored = await redis.hget(key, String(number));
      return readStored(seriesForm, stored);
    },
    async open() {
      const { [latestField]: _, ...stored } = await redis.hgetall(key);
      const all = Object.values(stored).flatMap((text) => readStored(seriesForm, text) ?? []);
      return all.filter(({ state }) => state === 'open').toSorted((a, b) => a.number - b.number);
    },
  };
}

const latestField = 'latest';

/** In the order of `Series`, so that what is read and written again is the same text. */
const seriesForm: z.ZodType<Series> = z.object({
  number: z.number(),
  monthly: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('day'), day: z.number() }),
    z.object({ kind: z.literal('nth'), nth: z.number(), weekday: z.number().exactOptional() }),
  ]),
  type: z.string(),
  title: z.string(),
  organisation: z.string(),
  minute: z.number(),
  until: z.number().exactOptional(),
  place: z.string().exactOptional(),
  agenda: z.array(z.string()),
  guests: z.array(z.string()),
  convenedBy: z.string(),
  next: storedDate,
  state: z.enum(['open', 'ended']),
});
