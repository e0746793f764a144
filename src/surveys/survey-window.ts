import type { DayWindow } from '../publishing/typed-window.ts';
import { addDays } from '../time/local-date.ts';
import type { Zone } from '../time/zone.ts';

/** The instants, in milliseconds since the epoch, from which on and until before which one can answer. */
export function instantsOf(
  { from, until }: DayWindow,
  zone: Zone,
): { readonly from: number; readonly until: number } {
  return { from: zone.instantOf(from, 0), until: zone.instantOf(addDays(until, 1), 0) };
}
