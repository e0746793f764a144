import { groupedNumber } from '../wording/grouped-number.ts';

/** `（列席 1 人在内）` behind a number of people that is not 应到, so that the two can be compared. */
export function guestsNote(guests: number): string {
  return guests === 0 ? '' : `（列席 ${groupedNumber(guests)} 人在内）`;
}
