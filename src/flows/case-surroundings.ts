import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';

/** What people see of a case depends on the day and on who is where. */
export interface CaseSurroundings {
  readonly roster: Roster;
  readonly calendar: WorkCalendar;
  readonly today: LocalDate;
}
