import { isSecretary } from '../roster/role.ts';
import type { StudyItem } from '../library/study-item.ts';
import type { Person } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';

/**
 * The item a person gets on this day (contract §6): the one written for the day, else the next one
 * they have not had, in file order over the tracks. `undefined` when they have had everything.
 */
export function nextItem(
  items: readonly StudyItem[],
  person: Person,
  had: ReadonlySet<string>,
  today: LocalDate,
): StudyItem | undefined {
  const open = items.filter(
    (item) =>
      !had.has(item.id) && concerns(item, person) && !(item.expires !== undefined && item.expires < today),
  );
  return open.find((item) => item.on === today) ?? open.find((item) => item.on === undefined);
}

/** Whether an item is meant for this person: 全体, a #标签, or 书记. */
function concerns(item: StudyItem, person: Person): boolean {
  if (item.audience === '书记') return isSecretary(person);
  if (item.audience.startsWith('#')) return person.tags.includes(item.audience.slice(1));
  return true;
}
