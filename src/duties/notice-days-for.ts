import type { Roster } from '../roster/roster-view.ts';
import type { Organisation } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { NoticeDay } from './duty-days-store.ts';

/** By `<code> <anchor>`: of last days set at an organisation and above it the earliest holds. */
export function noticeDaysFor(
  { code }: Organisation,
  notices: readonly NoticeDay[],
  roster: Roster,
): ReadonlyMap<string, LocalDate> {
  const days = new Map<string, LocalDate>();
  if (notices.length === 0) return days;
  const above = new Set(roster.path(code).map((organisation) => organisation.code));
  for (const { organisation, duty, anchor, day } of notices) {
    const term = `${duty} ${anchor}`;
    const earlier = days.get(term);
    if (above.has(organisation) && (earlier === undefined || day < earlier)) days.set(term, day);
  }
  return days;
}
