import type { LocalDate } from '../time/local-date.ts';
import type { Fulfilment } from './fulfilment.ts';

/** Days that show by themselves that some duties were met: courses with registered hours, tests that are over. */
export interface Evidenced {
  readonly codes: readonly string[];
  readonly days: readonly LocalDate[];
}

/** The days on which each duty was met, by its code. */
export function metDays(
  fulfilments: readonly Fulfilment[],
  evidenced: readonly Evidenced[],
): ReadonlyMap<string, readonly LocalDate[]> {
  const met = new Map<string, LocalDate[]>(
    evidenced.flatMap(({ codes, days }) => codes.map((code) => [code, [...days]] as const)),
  );
  for (const { duty, date } of fulfilments) {
    const dates = met.get(duty) ?? [];
    met.set(duty, dates);
    dates.push(date);
  }
  return met;
}
