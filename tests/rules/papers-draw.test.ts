import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceLetter, QuizQuestion } from '../../src/library/quiz-question.ts';
import { drawChoices, drawQuestions } from '../../src/papers/draw.ts';
import type { Portion } from '../../src/papers/paper.ts';
import { showQuestion } from '../../src/papers/shown-question.ts';
import { readAnswer } from '../../src/quiz/read-answer.ts';
import { localDate } from '../../src/time/local-date.ts';

const ids = (start: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${start}${index + 1}`);

const portions: readonly Portion[] = [
  { type: 'judge', count: 4, pool: ids('j', 9) },
  { type: 'single', count: 12, pool: ids('s', 40) },
  { type: 'single', count: 2, pool: ids('t', 5) },
  { type: 'multiple', count: 4, pool: ids('m', 4) },
];
const paper = { seed: 'a-seed', portions };

const people = fc.record({
  userid: fc.stringMatching(/^[a-z][a-z.]{2,20}$/u),
  try: fc.integer({ min: 1, max: 9 }),
});

describe('a draw', () => {
  it('takes from every pool as many as the paper says, none twice, single before multiple before judge', () => {
    fc.assert(
      fc.property(people, fc.string(), (drawing, seed) => {
        const drawn = drawQuestions({ seed, portions }, drawing);
        expect(new Set(drawn).size).toBe(22);
        for (const { count, pool } of portions) {
          expect(drawn.filter((id) => pool.includes(id))).toHaveLength(count);
        }
        expect(drawn.map((id) => id.charAt(0)).join('')).toMatch(/^[st]{14}m{4}j{4}$/u);
      }),
    );
  });

  it('is the same again for the same paper, person and try, however the account is written', () => {
    fc.assert(
      fc.property(people, (drawing) => {
        const again = { ...drawing, userid: drawing.userid.toUpperCase() };
        expect(drawQuestions(paper, again)).toEqual(drawQuestions(paper, drawing));
      }),
    );
  });

  it('differs from person to person, from try to try and from paper to paper', () => {
    const of = (userid: string, number: number, seed = 'a-seed') =>
      drawQuestions({ seed, portions }, { userid, try: number }).join(' ');
    const draws = [of('lin', 1), of('zhou', 1), of('lin', 2), of('lin', 1, 'b-seed'), of('lin1', 1)];
    expect(new Set(draws).size).toBe(draws.length);
  });

  it('can be computed again by hand, as draw.ts tells, to settle a dispute', () => {
    const small = {
      seed: 'a-seed',
      portions: [{ type: 'single' as const, count: 3, pool: ids('q', 4) }],
    };
    // printf '%s' 'a-seed|lin.xiaotang|1' | openssl dgst -shake256 -xoflen 16
    const digest = createHash('shake256', { outputLength: 16 }).update('a-seed|lin.xiaotang|1').digest('hex');
    expect(digest).toBe('4fbd8adc209906786d9803a6ec3f69b6');
    expect(drawQuestions(small, { userid: 'Lin.Xiaotang', try: 1 })).toEqual(['q2', 'q1', 'q3']);
  });

  it('gives every question of a pool the same chance', () => {
    const times = new Map<string, number>();
    for (let person = 0; person < 4000; person += 1) {
      const drawn = drawQuestions(
        { seed: 'fair', portions: [{ type: 'single', count: 5, pool: ids('q', 20) }] },
        { userid: `u${person}`, try: 1 },
      );
      for (const id of drawn) times.set(id, (times.get(id) ?? 0) + 1);
    }
    // 1,000 each on average with a deviation of 27; five of those either way.
    expect(times.size).toBe(20);
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(140);
  });
});

const choices = new Map<ChoiceLetter, string>([
  ['A', '3 人'],
  ['B', '5 人'],
  ['C', '7 人以上'],
  ['D', '9 人'],
]);
const base = {
  ask: '几人以上？',
  because: '条例第二十条。',
  source: '…',
  tags: [],
  asOf: localDate(2026, 11, 20),
  file: 'q.yaml',
};
const single: QuizQuestion = { ...base, id: 'q1', type: 'single', choices, answer: ['C'] };
const multiple: QuizQuestion = { ...base, id: 'q2', type: 'multiple', choices, answer: ['A', 'D'] };

describe('a shuffled question', () => {
  it('is right with the letters its person sees, and kept in the bank’s', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(single, multiple), (drawing, question) => {
        const shown = showQuestion(question, paper, drawing);
        const right = (shown.question.answer as readonly string[]).join('');
        expect(readAnswer(shown.question, right)).toMatchObject({ kind: 'answer', right: true });
        expect(shown.toBank(right)).toBe((question.answer as readonly string[]).join(''));
        expect(shown.fromBank(shown.toBank(right))).toBe(right);
        if (!('choices' in shown.question)) throw new Error('it lost its choices');
        expect([...shown.question.choices.keys()]).toEqual(['A', 'B', 'C', 'D']);
        expect([...shown.question.choices.values()].toSorted()).toEqual([...choices.values()].toSorted());
      }),
    );
  });

  it('has every choice in every place', () => {
    const places = new Set(
      Array.from({ length: 200 }, (_, person) => {
        const shown = showQuestion(single, paper, { userid: `u${person}`, try: 1 });
        return (shown.question.answer as readonly string[])[0];
      }),
    );
    expect(places).toEqual(new Set(['A', 'B', 'C', 'D']));
  });

  it('shuffles each question of a person on its own', () => {
    const orders = ids('q', 20).map((id) =>
      drawChoices(paper, { userid: 'lin', try: 1 }, id, ['A', 'B', 'C', 'D'] as const).join(''),
    );
    expect(new Set(orders).size).toBeGreaterThan(8);
  });

  it.each([
    ['a choice that means the others', { choices: new Map([...choices, ['E', '以上都对'] as const]) }],
    ['a choice that names others', { choices: new Map([...choices, ['E', 'A 和 B'] as const]) }],
    ['an explanation that names a choice', { because: '选Ｃ，因为条例第二十条。' }],
  ])('stays as it is with %s', (_, change) => {
    for (const userid of ['lin', 'zhou', 'wu', 'xu', 'gao']) {
      const question = { ...single, ...change };
      expect(showQuestion(question, paper, { userid, try: 1 }).question).toBe(question);
    }
  });

  it('leaves judgements and gaps alone', () => {
    const judge: QuizQuestion = { ...base, id: 'j', type: 'judge', answer: '对' };
    const shown = showQuestion(judge, paper, { userid: 'lin', try: 1 });
    expect(shown.question).toBe(judge);
    expect(shown.toBank('错')).toBe('错');
  });
});
