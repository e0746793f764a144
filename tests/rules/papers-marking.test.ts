import { describe, expect, it } from 'vitest';
import type { ChoiceLetter, QuizQuestion } from '../../src/library/quiz-question.ts';
import { drawQuestions } from '../../src/papers/draw.ts';
import { countRight, credited, findIn, markItems } from '../../src/papers/marking.ts';
import type { Paper } from '../../src/papers/paper.ts';
import type { Result } from '../../src/papers/sheet.ts';
import { localDate } from '../../src/time/local-date.ts';

const on = localDate(2026, 12, 5);
const base = { ask: '…', because: '…', source: '…', tags: [], asOf: localDate(2026, 11, 20), file: 'q.yaml' };
const choices = new Map<ChoiceLetter, string>([
  ['A', '一'],
  ['B', '二'],
  ['C', '三'],
]);
const bank: readonly QuizQuestion[] = [
  { ...base, id: 's', type: 'single', choices, answer: ['B'] },
  { ...base, id: 'm', type: 'multiple', choices, answer: ['A', 'C'] },
  { ...base, id: 'j', type: 'judge', answer: '错' },
  { ...base, id: 'f', type: 'fill', answer: ['三年', '3年'] },
];
const paper: Paper = {
  number: 1,
  name: '测试',
  audience: '全体',
  audienceName: '全体',
  author: 'qian',
  from: on,
  until: on,
  portions: bank.map(({ type, id }) => ({ type, count: 1, pool: [id] })),
  seed: 'seed',
  passMark: 60,
  named: false,
};

const marksOf = (answers: readonly string[], questions = bank) => {
  const attempt = { try: 1, deadline: 0, place: 1, answers };
  return markItems({ paper, userid: 'lin', attempt, find: findIn(questions), on }).map(({ mark }) => mark);
};

describe('marking', () => {
  it('is all or nothing for each question', () => {
    expect(drawQuestions(paper, { userid: 'lin', try: 1 })).toEqual(['s', 'm', 'j', 'f']);
    expect(marksOf(['B', 'AC', '错', '３年'])).toEqual(['right', 'right', 'right', 'right']);
    expect(marksOf(['A', 'A', '对', '五年'])).toEqual(['wrong', 'wrong', 'wrong', 'wrong']);
    expect(marksOf(['', '', '', ''])).toEqual(['blank', 'blank', 'blank', 'blank']);
  });

  it('counts a question that left the bank, or has expired, as right for whoever had it', () => {
    expect(marksOf(['A', 'AC', '错', ''], bank.slice(1))).toEqual(['withdrawn', 'right', 'right', 'blank']);
    const expired = bank.map((question) => ({ ...question, expires: localDate(2026, 12, 4) }));
    expect(
      countRight(
        markItems({
          paper,
          userid: 'lin',
          attempt: { try: 1, deadline: 0, place: 1, answers: ['', '', '', ''] },
          find: findIn(expired),
          on,
        }),
      ),
    ).toBe(4);
    const lastDay = bank.map((question) => ({ ...question, expires: on }));
    expect(marksOf(['B', 'AC', '错', '三年'], lastDay)).not.toContain('withdrawn');
  });

  it('counts an answer that the question no longer allows as wrong, and goes on', () => {
    const fewer = bank.map((question): QuizQuestion =>
      question.type === 'single' ? { ...question, choices: new Map([...choices].slice(0, 2)) } : question,
    );
    expect(marksOf(['C', 'AC', '错', '三年'], fewer)).toEqual(['wrong', 'right', 'right', 'right']);
  });
});

describe('a question withdrawn after somebody handed in', () => {
  const result: Result = {
    try: 1,
    handedInAt: 0,
    by: 'person',
    right: 2,
    items: [
      { mark: 'wrong', answer: 'A' },
      { mark: 'right', answer: 'AC' },
      { mark: 'blank', answer: '' },
      { mark: 'right', answer: '三年' },
    ],
  };

  it('is given to them, once', () => {
    const revised = credited(paper, 'lin', result, new Set(['s', 'm', 'other']));
    expect(revised).toMatchObject({
      right: 3,
      items: [{ mark: 'withdrawn' }, { mark: 'withdrawn' }, { mark: 'blank' }, { mark: 'right' }],
    });
    if (revised === undefined) throw new Error('nothing was credited');
    expect(credited(paper, 'lin', revised, new Set(['s', 'm']))).toBeUndefined();
  });

  it('changes nothing for those who did not have it, or whose answers are forgotten', () => {
    expect(credited(paper, 'lin', result, new Set(['other']))).toBeUndefined();
    const { items: _, ...total } = result;
    expect(credited(paper, 'lin', total, new Set(['s']))).toBeUndefined();
  });
});
