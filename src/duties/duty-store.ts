import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { yearOf } from '../time/local-date.ts';
import type { Fulfilment } from './fulfilment.ts';
import { readFulfilment, textOf } from './fulfilment-text.ts';

/*
 * Keys:
 *   duties:<year>:<organisation>   set of fulfilments in that year, see fulfilment-text.ts; six years
 */
export interface DutyStore {
  /** States a fulfilment; stating it again changes nothing. */
  add(work: UnitOfWork, fulfilment: Fulfilment): void;
  /** States that a fulfilment is taken away; nothing when it is not there. */
  remove(work: UnitOfWork, fulfilment: Fulfilment): void;
  /** What each of these organisations met in these years, in their order; within one by no order. */
  ofEach(
    organisations: readonly string[],
    years: readonly number[],
  ): Promise<readonly (readonly Fulfilment[])[]>;
  /** Deletes what these organisations met in a year. */
  forgetYear(organisations: readonly string[], year: number): Promise<void>;
}

export function createDutyStore(redis: RedisClient, keys: Keys): DutyStore {
  const yearKey = (organisation: string, year: number): string => keys('duties', year, organisation);

  return {
    add(work, fulfilment) {
      const { organisation, date } = fulfilment;
      work.write('SADD', yearKey(organisation, yearOf(date)), textOf(fulfilment));
    },
    remove(work, fulfilment) {
      const { organisation, date } = fulfilment;
      work.write('SREM', yearKey(organisation, yearOf(date)), textOf(fulfilment));
    },
    async ofEach(organisations, years) {
      const rows: (readonly Fulfilment[])[] = [];
      for (let start = 0; start < organisations.length; start += perTrip) {
        const some = organisations.slice(start, start + perTrip);
        rows.push(...(await Promise.all(some.map((organisation) => ofOne(organisation, years)))));
      }
      return rows;
    },
    async forgetYear(organisations, year) {
      if (organisations.length > 0) await redis.del(...organisations.map((code) => yearKey(code, year)));
    },
  };

  async function ofOne(organisation: string, years: readonly number[]): Promise<readonly Fulfilment[]> {
    const texts = await Promise.all(years.map((year) => redis.smembers(yearKey(organisation, year))));
    return years.flatMap((year, index) =>
      (texts[index] ?? []).flatMap((text) => readFulfilment(text, organisation, year) ?? []),
    );
  }
}

/** Keeps other turns waiting for some milliseconds at most. */
const perTrip = 500;
