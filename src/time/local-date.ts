/**
 * A calendar day in the deployment's time zone, always written `YYYY-MM-DD` (years 0001 to 9999), so
 * that two days compare as strings: `a < b` means that `a` is earlier.
 */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** ISO numbers: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const millisecondsPerDay = 86_400_000;
const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `YYYY-MM-DD`; undefined when it is written otherwise or no such day exists (2026-02-30). */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!shape.test(text)) return undefined;

  const milliseconds = Date.parse(`${text}T00:00Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  // Date.parse rolls some impossible days over into the next month.
  return new Date(milliseconds).toISOString().startsWith(text) ? (text as LocalDate) : undefined;
}

/** The day with these numbers (month 1 to 12). Throws a RangeError when there is no such day. */
export function localDate(year: number, month: number, day: number): LocalDate {
  const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`there is no day ${text}`);
  return date;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

/** The day of the month, 1 to 31. */
export function dayOf(date: LocalDate): number {
  return Number(date.slice(8));
}

export function weekdayOf(date: LocalDate): Weekday {
  // Day 0, 1970-01-01, was a Thursday.
  const sinceMonday = (((epochDayOf(date) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday;
}

/** `days` may be negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** The same day of another month, or that month's last day when it is shorter; `months` may be negative. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const monthNumber = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  const year = Math.floor(monthNumber / 12);
  const month = monthNumber - year * 12 + 1;
  return localDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: LocalDate, until: LocalDate): number {
  return epochDayOf(until) - epochDayOf(from);
}

/** Days from 1970-01-01 to this day, the number every other calculation goes through. */
export function epochDayOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00Z`) / millisecondsPerDay;
}

/** Throws a RangeError outside the years 0001 to 9999. */
export function dateOfEpochDay(epochDay: number): LocalDate {
  const text = new Date(epochDay * millisecondsPerDay).toISOString().slice(0, 10);
  if (!shape.test(text)) throw new RangeError(`day ${epochDay} is not between the years 0001 and 9999`);
  return text as LocalDate;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
