import * as z from 'zod';
import type { CheckInRules } from './check-in-rules.ts';
import { wholeNumber } from './content-values.ts';
import type { Checked } from './problem.ts';
import { readYaml } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** Reads `meetings/check-in.yaml`. */
export function readCheckInFile(text: string): Checked<CheckInRules> {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return { problems: source.problems };
  const values = validateYaml(checkInValues, source.value);
  if (values.problems !== undefined) return { problems: values.problems };
  return { value: { ...values.value, onlineCounts: values.value.onlineCounts === '是' } };
}

/** Longer than half a day belongs to no meeting; it is a slip. */
const mostMinutes = 720;

export const checkInValues = z.strictObject({
  opensBefore: wholeNumber('opensBefore', 0, mostMinutes),
  closesAfter: wholeNumber('closesAfter', 0, mostMinutes),
  lateAfter: wholeNumber('lateAfter', 0, mostMinutes),
  usualLength: wholeNumber('usualLength', 1, mostMinutes),
  onlineCounts: z.enum(['是', '否'], { error: 'onlineCounts 写 是 或 否，例如：onlineCounts: 否' }),
});
