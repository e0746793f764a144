import type { HoursCounting, HoursRules } from '../library/hours-rules.ts';
import type { LocalDate } from '../time/local-date.ts';

/** How hours are counted on this day; `undefined` before the first rule. */
export function countingOn({ counting }: HoursRules, day: LocalDate): HoursCounting | undefined {
  return counting.findLast(({ from }) => from <= day);
}
