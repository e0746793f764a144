import type { RollFigures } from './roll-figures.ts';

/** `应到 9，实到 6，请假 1，未到 2`: the last three add up to the first. */
export function countsWords({
  expected,
  there,
  leave,
  missing,
}: Pick<RollFigures, 'expected' | 'there' | 'leave' | 'missing'>): string {
  return `应到 ${expected}，实到 ${there}，请假 ${leave}，未到 ${missing}`;
}
