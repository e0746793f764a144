import { addDays, weekdayOf, type LocalDate } from '../local-date.ts';
import { plainDateWords, weekdayWord } from '../spoken-time.ts';
import type { DayReading } from './day-reading.ts';
import type { Piece } from './pieces.ts';

/** The days that the pieces may mean, the likeliest first, and why it has to be asked which. */
export interface SaidDays {
  readonly dates: readonly LocalDate[];
  readonly why?: string;
}

/** Undefined when no day was said. Several words for a day have to mean the same one: 11月25日（周三）. */
export function saidDays(pieces: readonly Piece[], today: LocalDate): SaidDays | undefined {
  const readings = pieces.flatMap((piece) => (piece.kind === 'day' ? [piece.reading] : []));
  const main = readings.find(({ weekday }) => weekday === undefined) ?? readings[0];
  if (main === undefined) return undefined;
  if (main.dates.length === 0) return { ...main, dates: main.instead ?? [] };
  const [date] = main.dates;
  const other = date && readings.find((reading) => reading !== main && !agrees(reading, date));
  if (date === undefined || other === undefined) return main;
  return { dates: [date, ...other.dates].slice(0, 3), why: disagreement(date, other, today) };
}

function agrees({ weekday, dates }: DayReading, date: LocalDate): boolean {
  return weekday === undefined ? dates.includes(date) : weekdayOf(date) === weekday;
}

function disagreement(date: LocalDate, { weekday, dates }: DayReading, today: LocalDate): string {
  const said = plainDateWords(date, today);
  if (weekday === undefined)
    return `写了两个日子：${said}和${dates.map((one) => plainDateWords(one, today)).join('、')}`;
  const meant = addDays(date, weekday - weekdayOf(date));
  return `${said.replace(/ .*/u, '')}是${weekdayWord(date)}，不是${weekdayWord(meant)}`;
}
