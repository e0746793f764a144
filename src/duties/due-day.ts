import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';

/**
 * The working day by which something is to be done that has time until a last day: that day or the
 * working day before it; the day itself when there is none since it opened.
 */
export function dueDay(opens: LocalDate, last: LocalDate, calendar: WorkCalendar): LocalDate {
  if (calendar.isWorkday(last)) return last;
  const before = calendar.previousWorkday(last);
  return before < opens ? last : before;
}
