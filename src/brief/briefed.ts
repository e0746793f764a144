import { sparedFromReminders } from '../roster/audience.ts';
import { officersOf } from '../roster/officers.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Briefed } from './to-do.ts';

/**
 * Who gets the Monday brief: of each 党支部, 党总支 and 机关党委 the 书记, else the first of its other officers;
 * nobody who is spared reminders. Whoever leads two gets it for the first of them.
 */
export function briefedIn(roster: Roster): readonly Briefed[] {
  const briefed = new Map<string, Briefed>();
  for (const organisation of roster.organisations) {
    if (organisation.kind === '工委' || organisation.kind === '党小组') continue;
    const officer = officersOf(roster, organisation).find((person) => !sparedFromReminders(person));
    if (officer !== undefined && !briefed.has(officer.userid)) {
      briefed.set(officer.userid, { officer, organisation });
    }
  }
  return [...briefed.values()];
}
