import type { Desks } from '../chat/desk-store.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { contestFields } from './contest-desk.ts';
import type { ContestStore } from './contest-store.ts';

/** What contests keep of single people: to be shown to them, to be erased, to be forgotten in time. */
export interface ContestRecords {
  /** In how many contests of the last 90 days the member took part. */
  count(userid: string): Promise<number>;
  /** States that everything about a person is erased; the sums of branches stay. */
  forget(work: UnitOfWork, userid: string): Promise<void>;
  /** Deletes single answers whose time is over (domain §11.2: 90 days, then totals). */
  clear(today: LocalDate): Promise<void>;
}

const daysOfAnswers = 90;

export function createContestRecords(
  store: Pick<ContestStore, 'withEntries' | 'entry' | 'forget' | 'forgetEntriesBefore'>,
  desks: Desks,
): ContestRecords {
  return {
    async count(userid) {
      const numbers = await store.withEntries();
      const entries = await Promise.all(numbers.map((number) => store.entry(number, userid)));
      return entries.filter((entry) => entry !== undefined).length;
    },
    async forget(work, userid) {
      store.forget(work, userid, await store.withEntries());
      work.write('HDEL', desks.key(userid), ...contestFields);
    },
    clear: (today) => store.forgetEntriesBefore(addDays(today, -daysOfAnswers)),
  };
}
