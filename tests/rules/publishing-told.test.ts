import { expect, it } from 'vitest';
import { toldWords } from '../../src/publishing/told-words.ts';
import { parseLocalDate } from '../../src/time/local-date.ts';
import { createZone } from '../../src/time/zone.ts';

const zone = createZone('Asia/Shanghai');
const today = parseLocalDate('2026-11-20');
if (today === undefined) throw new Error('2026-11-20 is a day');
const laterFrom = zone.instantOf(today, 32 * 60);

it.each([
  [9, 0, '已通知 9 人'],
  [9, 2, '已通知 7 人，另外 2 人现在不便打扰，明天（周六）8:00起通知'],
  [9, 9, '9 人现在不便打扰，明天（周六）8:00起通知'],
  [0, 0, '已通知 0 人'],
  [10_214, 311, '已通知 9,903 人，另外 311 人现在不便打扰，明天（周六）8:00起通知'],
])('of %i people reached, %i of them later, it says: %s', (reached, later, words) => {
  expect(toldWords(reached, { later, ...(later === 0 ? {} : { laterFrom }) }, { today }, zone)).toBe(words);
});
