import type { StudyItem } from '../library/study-item.ts';
import type { OwnTable } from '../personal-data/own-table.ts';
import type { StudyStore } from './study-store.ts';

/** Which items a person was sent, and when they were finished. */
export function createOwnStudy(store: Pick<StudyStore, 'had'>, items: readonly StudyItem[]): OwnTable {
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return async ({ member }) => ({
    name: '学习',
    columns: [{ title: '送出日期' }, { title: '内容' }, { title: '学完时间' }],
    rows: [...(await store.had(member.person.userid))].map(([id, { sentOn, doneAt }]) => [
      { date: sentOn },
      titles.get(id) ?? id,
      doneAt,
    ]),
  });
}
