import type { OwnTable } from '../personal-data/own-table.ts';
import { yearOf } from '../time/local-date.ts';
import type { CheckInStore } from './check-in-store.ts';

/** When a person checked in, this year and last. */
export function createOwnCheckIns(store: Pick<CheckInStore, 'of'>): OwnTable {
  return async ({ member, today }) => {
    const { userid } = member.person;
    const years = [yearOf(today) - 1, yearOf(today)];
    const times = await Promise.all(years.map((year) => store.of(userid, year)));
    return { name: '签到', columns: [{ title: '时间' }], rows: times.flat().map((time) => [time]) };
  };
}
