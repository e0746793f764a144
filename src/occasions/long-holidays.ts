import { addDays, daysBetween, type LocalDate } from '../time/local-date.ts';
import type { CalendarYear, WorkCalendar } from '../time/work-calendar.ts';

/** Days off in a row around one or more holidays. */
export interface LongHoliday {
  /** `国庆节`, `中秋节和国庆节` */
  readonly name: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The rows of at least so many days off, weekends included, in which a holiday lies; in order. */
export function longHolidays(
  years: readonly CalendarYear[],
  calendar: WorkCalendar,
  least: number,
): readonly LongHoliday[] {
  const rows = new Map<LocalDate, LongHoliday>();
  for (const { name, from, until } of years.flatMap(({ holidays }) => holidays)) {
    const first = addDays(calendar.previousWorkday(from), 1);
    const last = addDays(calendar.nextWorkday(until), -1);
    const known = rows.get(first);
    rows.set(first, {
      name: known === undefined ? name : `${known.name}和${name}`,
      from: first,
      until: last,
    });
  }
  return [...rows.values()]
    .filter((row) => daysBetween(row.from, row.until) + 1 >= least)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The working day on which a holiday is spoken of: the third one before it (domain §8.4). */
export function reminderDay({ from }: LongHoliday, calendar: WorkCalendar): LocalDate {
  let day = from;
  for (let step = 0; step < workdaysBefore; step += 1) day = calendar.previousWorkday(day);
  return day;
}

const workdaysBefore = 3;
