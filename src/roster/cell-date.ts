import { dateOfEpochDay, parseLocalDate, type LocalDate } from '../time/local-date.ts';
import { cleanCode } from './clean-text.ts';
import type { RawCell } from './roster-file.ts';

/**
 * The day a cell means: a date cell, Excel's serial number of a day, or a text such as `2026-2-3`,
 * `2026/2/3`, `2026.2.3`, `2026年2月3日` or `20260203`. A time of day behind it is ignored. Undefined
 * when it is no day between 1921 and 2099: earlier or later ones are slips of the finger, and a bare
 * year such as 1998 would otherwise pass as a serial number.
 */
export function cellDate(cell: RawCell): LocalDate | undefined {
  if (cell === null || typeof cell === 'boolean') return undefined;

  const date = cell instanceof Date ? dateOfInstant(cell) : dateOfText(cleanCode(String(cell)));
  return date !== undefined && date >= '1921' && date < '2100' ? date : undefined;
}

function dateOfInstant(date: Date): LocalDate | undefined {
  return Number.isNaN(date.getTime()) ? undefined : parseLocalDate(date.toISOString().slice(0, 10));
}

function dateOfText(text: string): LocalDate | undefined {
  if (serialNumber.test(text)) return dateOfEpochDay(Math.floor(Number(text)) - serialOf1970);

  const day = text.replace(timeOfDay, '');
  for (const form of forms) {
    const [, year, month = '', dayOfMonth = ''] = form.exec(day) ?? [];
    if (year !== undefined) {
      return parseLocalDate(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
    }
  }
  return undefined;
}

/** Five digits reach to 2173; the fraction is a time of day. */
const serialNumber = /^\d{1,5}(\.\d+)?$/;
/** Excel's serial number of 1970-01-01 in the 1900 date system. */
const serialOf1970 = 25_569;

const timeOfDay = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const forms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
