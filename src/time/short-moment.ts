import { dateOfEpochDay, epochDayOf, type LocalDate } from './local-date.ts';
import { minutesPerDay, type LocalMoment } from './local-moment.ts';

/*
 * Days and moments as stores keep them a hundred times a person and year: `g15` for 2026-11-20, `ht9y7`
 * for 8:31 on that day. Digits are those of base 36, always as many, so that they can stand side by side.
 */

/** Days since 1970, until the year 2097. */
export function shortDay(date: LocalDate): string {
  return digits(epochDayOf(date), shortDayLength);
}

/** Minutes since 1970 on the clock on the wall, until the year 2084. */
export function shortMoment({ date, minute }: LocalMoment): string {
  return digits(epochDayOf(date) * minutesPerDay + minute, shortMomentLength);
}

export const shortDayLength = 3;
export const shortMomentLength = 5;

/** `undefined` for what is no such text. */
export function readShortDay(text: string): LocalDate | undefined {
  const day = readDigits(text, shortDayLength);
  return day === undefined ? undefined : dateOfEpochDay(day);
}

/** `undefined` for what is no such text. */
export function readShortMoment(text: string): LocalMoment | undefined {
  const minutes = readDigits(text, shortMomentLength);
  if (minutes === undefined) return undefined;
  return { date: dateOfEpochDay(Math.floor(minutes / minutesPerDay)), minute: minutes % minutesPerDay };
}

function digits(number: number, length: number): string {
  return number.toString(36).padStart(length, '0');
}

function readDigits(text: string, length: number): number | undefined {
  return text.length === length && /^[0-9a-z]+$/u.test(text) ? Number.parseInt(text, 36) : undefined;
}
