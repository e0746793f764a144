import type { OwnTable } from '../personal-data/own-table.ts';
import { yearOf } from '../time/local-date.ts';
import { eventWords } from './event-words.ts';
import type { HoursStore } from './hours-store.ts';

/** The credit hours a person was given, this year and the two before. */
export function createOwnHours(store: Pick<HoursStore, 'entries'>): OwnTable {
  return async ({ member, today, roster }) => {
    const year = yearOf(today);
    const years = await Promise.all(
      [year - 2, year - 1, year].map((one) => store.entries(member.person.userid, one)),
    );
    return {
      name: '学时',
      columns: [
        { title: '从' },
        { title: '到' },
        { title: '类别' },
        { title: '学时' },
        { title: '政治理论' },
        { title: '谁登记的' },
      ],
      rows: years
        .flat()
        .map((entry) => [
          { date: entry.from },
          { date: entry.until },
          entry.category,
          entry.hours,
          entry.theory ? '是' : '否',
          eventWords(entry, roster),
        ]),
    };
  };
}
