import { describe, expect, it } from 'vitest';
import { answerFigures, countsOf, keptFigures } from '../../src/notices/answer-figures.ts';
import { lifeText, readLife, type NoticeLife } from '../../src/notices/notice-life.ts';

const lives: readonly NoticeLife[] = [
  { state: 'awaiting', until: 5 },
  { state: 'awaiting', until: 5, due: 4 },
  { state: 'scheduled', due: 4, revision: 2 },
  { state: 'sent', at: 1, nudges: [] },
  { state: 'sent', at: 1, nudges: [2, 3] },
  { state: 'recalled', at: 1, nudges: [2, 3], recalledAt: 9 },
  { state: 'dropped', why: 'nobody', at: 7 },
];

describe('where a notice stands', () => {
  it.each(lives)('is read back as it was written: %j', (life) => {
    expect(readLife(lifeText(life))).toEqual(life);
  });

  it.each(['', 'gone 1', 'dropped whatever 1'])('is not read out of %j', (text) => {
    expect(readLife(text)).toBeUndefined();
  });
});

describe('answers to the questions of a notice', () => {
  const questions = [
    { ask: '能参加吗？', choices: ['能', '不能'] },
    { ask: '带什么', choices: [] },
  ];
  const given = [
    [0, '铁锹'],
    [0, ''],
    [1, null],
    [null, null],
    [0, '水桶'],
  ];

  it('are counted, and their texts stand in an order of their own', () => {
    const [first, second] = answerFigures(questions, given);
    expect(first).toMatchObject({ answered: 4, counts: [3, 1], texts: [] });
    expect(second).toMatchObject({ answered: 2, counts: [], texts: ['水桶', '铁锹'] });
  });

  it('keep their counts after a year, and not their texts', () => {
    const kept = keptFigures(questions, countsOf(answerFigures(questions, given)));
    expect(kept.map(({ answered, counts, texts }) => [answered, counts, texts])).toEqual([
      [4, [3, 1], []],
      [2, [], []],
    ]);
  });
});
