import type { OwnTable } from '../personal-data/own-table.ts';
import type { ContestStore } from './contest-store.ts';
import type { Mark } from './entry.ts';

/** What a person answered in the contests of the last 90 days. */
export function createOwnMarks(store: Pick<ContestStore, 'withEntries' | 'find' | 'entry'>): OwnTable {
  return async ({ member }) => {
    const entries = await Promise.all(
      (await store.withEntries()).map(async (number) => ({
        number,
        contest: await store.find(number),
        entry: await store.entry(number, member.person.userid),
      })),
    );
    return {
      name: '竞赛和挑战',
      columns: [{ title: '竞赛' }, { title: '每题的对错' }],
      rows: entries.flatMap(({ number, contest, entry }) =>
        entry === undefined
          ? []
          : [[`${number} ${contest?.name ?? ''}`, entry.marks.map((mark) => markWords[mark]).join('')]],
      ),
    };
  };
}

const markWords: Readonly<Record<Mark, string>> = { right: '对', wrong: '错', none: '－' };
