import type { LocalDate } from '../time/local-date.ts';
import type { Fulfilment } from './fulfilment.ts';

/** The days on which each duty was met, by its code; duties of training also by the hours that were registered. */
export function metDays(
  fulfilments: readonly Fulfilment[],
  trainings: readonly LocalDate[],
  trainingCodes: readonly string[],
): ReadonlyMap<string, readonly LocalDate[]> {
  const met = new Map(trainingCodes.map((code) => [code, [...trainings]]));
  for (const { duty, date } of fulfilments) {
    const dates = met.get(duty) ?? [];
    met.set(duty, dates);
    dates.push(date);
  }
  return met;
}
