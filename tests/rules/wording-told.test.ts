import { expect, it } from 'vitest';
import { toldWords } from '../../src/wording/told-words.ts';

it.each([
  [9, 0, '已通知 9 人'],
  [9, 2, '已通知 7 人，另外 2 人现在不便打扰，到时间通知'],
  [9, 9, '9 人现在不便打扰，到时间通知'],
  [0, 0, '已通知 0 人'],
  [10_214, 311, '已通知 9,903 人，另外 311 人现在不便打扰，到时间通知'],
])('of %i people reached, %i of them later, it says: %s', (reached, later, words) => {
  expect(toldWords(reached, later)).toBe(words);
});
