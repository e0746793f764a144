import type { LocalDate, Weekday } from '../local-date.ts';

/** What the words for a day mean. */
export interface DayReading {
  /** One: that day. Several: it has to be asked which, the likeliest first. None: there is no such day. */
  readonly dates: readonly LocalDate[];
  /** Where there is no such day, those around it. */
  readonly instead?: readonly LocalDate[];
  /** Why it has to be asked, in the person's language. */
  readonly why?: string;
  /** For words that mean a stretch of days, such as 月底: its last day, which is meant by a deadline. */
  readonly lastDay?: LocalDate;
  /** For a bare 周三: beside a date it only says the same again. */
  readonly weekday?: Weekday;
}

/** What days are understood by. */
export interface DayContext {
  readonly today: LocalDate;
  /** A day without a year is the one nearest to this day. */
  readonly near: LocalDate;
  isWorkday(date: LocalDate): boolean;
}

/** One way to say a day. `pattern` is sticky; its named groups come as texts, empty where absent. */
export interface DayRule {
  readonly pattern: RegExp;
  read(groups: Groups, context: DayContext): DayReading;
}

export type Groups = Readonly<Record<string, string>>;

/** A rule whose pattern matches only where it is tried. */
export function dayRule(pattern: string, read: DayRule['read']): DayRule {
  return { pattern: new RegExp(pattern, 'uy'), read };
}

export function clearDay(date: LocalDate): DayReading {
  return { dates: [date] };
}
