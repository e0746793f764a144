import { addDays, weekdayOf, type LocalDate } from './local-date.ts';

/** One year's days off and make-up days, as `content/calendar/<year>.yaml` gives them. */
export interface CalendarYear {
  readonly year: number;
  /**
   * What the days come from: the yearly notice with all days off and make-up days, or only the law on
   * public holidays while that notice is not out. Then weekends worked in exchange (调休) are unknown.
   */
  readonly basis: CalendarBasis;
  readonly holidays: readonly Holiday[];
  /** Saturdays and Sundays on which people work. */
  readonly makeUpDays: readonly LocalDate[];
}

export type CalendarBasis =
  | { readonly kind: 'notice'; readonly title: string; readonly issued: LocalDate }
  | { readonly kind: 'statutory'; readonly title: string };

export interface Holiday {
  readonly name: string;
  /** First and last day off. */
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export interface WorkCalendar {
  /** A weekday that is no holiday, or a make-up day. */
  isWorkday(date: LocalDate): boolean;
  /** The first working day after this day. */
  nextWorkday(date: LocalDate): LocalDate;
  /** The last working day before this day. */
  previousWorkday(date: LocalDate): LocalDate;
  /** Whether it is a working day, and the first one since Sunday. */
  isFirstWorkdayOfWeek(date: LocalDate): boolean;
  /** How many working days lie from the first day up to, not including, the second. */
  workdaysBetween(from: LocalDate, until: LocalDate): number;
  /** Whether the notice for this year is there. If not, answers about it are the best guess. */
  knows(year: number): boolean;
}

/** Years that are not given are plain Monday to Friday. */
export function createWorkCalendar(years: readonly CalendarYear[]): WorkCalendar {
  const daysOff = new Set(years.flatMap((year) => year.holidays.flatMap(daysOf)));
  const makeUpDays = new Set(years.flatMap((year) => year.makeUpDays));
  const knownYears = new Set(years.filter((year) => year.basis.kind === 'notice').map((year) => year.year));

  const isWorkday = (date: LocalDate) => {
    if (makeUpDays.has(date)) return true;
    return weekdayOf(date) <= 5 && !daysOff.has(date);
  };
  const seek = (from: LocalDate, step: 1 | -1) => {
    let date = addDays(from, step);
    while (!isWorkday(date)) date = addDays(date, step);
    return date;
  };

  return {
    isWorkday,
    nextWorkday: (date) => seek(date, 1),
    previousWorkday: (date) => seek(date, -1),
    isFirstWorkdayOfWeek(date) {
      return isWorkday(date) && seek(date, -1) < addDays(date, 1 - weekdayOf(date));
    },
    workdaysBetween(from, until) {
      let count = 0;
      for (let date = from; date < until; date = addDays(date, 1)) {
        if (isWorkday(date)) count += 1;
      }
      return count;
    },
    knows: (year) => knownYears.has(year),
  };
}

/** All days of a holiday, in order. */
export function daysOf(holiday: Holiday): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = holiday.from; day <= holiday.until; day = addDays(day, 1)) days.push(day);
  return days;
}
