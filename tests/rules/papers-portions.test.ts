import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import type { ChoiceLetter, QuizQuestion } from '../../src/library/quiz-question.ts';
import { readPaperOptions } from '../../src/papers/paper-options.ts';
import { lengthOf, typesOf } from '../../src/papers/paper.ts';
import { portionsOf, usualMix } from '../../src/papers/portions.ts';
import { shareOut } from '../../src/papers/share-out.ts';
import { localDate } from '../../src/time/local-date.ts';

const until = localDate(2026, 12, 10);
const base = { ask: '…', because: '…', source: '…', asOf: localDate(2026, 11, 20), file: 'q.yaml' };
const choices = new Map<ChoiceLetter, string>([
  ['A', '是'],
  ['B', '否'],
]);

function questions(type: QuizQuestion['type'], count: number, ...tags: readonly string[]): QuizQuestion[] {
  return Array.from({ length: count }, (_, index) =>
    question(type, { ...base, id: `${type}-${tags.join('')}-${index}`, tags }),
  );
}

function question(
  type: QuizQuestion['type'],
  common: typeof base & { id: string; tags: readonly string[] },
): QuizQuestion {
  switch (type) {
    case 'single':
      return { ...common, type, choices, answer: ['A'] };
    case 'multiple':
      return { ...common, type, choices, answer: ['A', 'B'] };
    case 'judge':
      return { ...common, type, answer: '对' };
    case 'fill':
      return { ...common, type, answer: ['三年'] };
  }
}

const bank = [
  ...questions('single', 20, '换届'),
  ...questions('single', 20, '党费'),
  ...questions('multiple', 10, '换届'),
  ...questions('judge', 10, '党费'),
  ...questions('fill', 5, '任期'),
  ...questions('single', 10, '组织生活'),
];

const order = (words: string) => portionsOf(bank, readPaperOptions(words), until);
const typeCounts = (words: string) => Object.fromEntries(typesOf({ portions: order(words) }));

describe('a paper without wishes', () => {
  it('has 12 single, 4 multiple and 4 judge of twenty, and no gaps to fill', () => {
    expect(typeCounts('20题')).toEqual({ single: 12, multiple: 4, judge: 4 });
    expect(typeCounts('10题')).toEqual({ single: 6, multiple: 2, judge: 2 });
    expect(lengthOf({ portions: order('1题') })).toBe(1);
  });

  it('takes more of another type when the bank lacks one', () => {
    const few = [...questions('single', 9), ...questions('judge', 1)];
    const portions = portionsOf(few, readPaperOptions('10题'), until);
    expect(Object.fromEntries(typesOf({ portions }))).toEqual({ single: 9, judge: 1 });
  });

  it('comes near the usual mix and never above the supply', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)),
        (count, [single, multiple, judge]) => {
          const supply = [single, multiple, judge, 0];
          const mix = usualMix(count, supply);
          expect(mix.reduce((sum, part) => sum + part, 0)).toBe(Math.min(count, single + multiple + judge));
          for (const [column, part] of mix.entries()) expect(part).toBeLessThanOrEqual(supply[column] ?? 0);
        },
      ),
    );
  });
});

describe('a paper with wishes', () => {
  it('has as many of each tag and of each type as was said', () => {
    const portions = order('20题 换届8 单选10 多选5 判断5');
    expect(lengthOf({ portions })).toBe(20);
    expect(Object.fromEntries(typesOf({ portions }))).toEqual({ single: 10, multiple: 5, judge: 5 });
    const ofTag = portions.filter(({ pool }) => pool.every((id) => id.includes('换届')));
    expect(ofTag.reduce((sum, { count }) => sum + count, 0)).toBe(8);
  });

  it('asks for gaps to be filled only when that was said', () => {
    expect(typeCounts('5题 填空5')).toEqual({ fill: 5 });
  });

  it('puts no question into two pools', () => {
    const pools = order('20题 换届8 党费4').flatMap(({ pool }) => pool);
    expect(new Set(pools).size).toBe(pools.length);
  });

  it('leaves out what expires before the paper ends', () => {
    const [first, ...others] = questions('single', 3);
    const expiring = { ...first, expires: localDate(2026, 12, 9) } as QuizQuestion;
    const portions = portionsOf([expiring, ...others], readPaperOptions('2题'), until);
    expect(portions.flatMap(({ pool }) => pool)).not.toContain(expiring.id);
  });

  it.each([
    ['80题', '题库里现在能用的有 70 道，不够 80 题。可以减少题数，例如：70题'],
    ['40题 换届31', '题库里“换届”能用的有 30 道（归了前面标签的不重复算），不够 31 道。请少写一些。'],
    ['20题 廉政5', '题库里没有标签“廉政”。现有：换届、党费、组织生活。'],
    ['20题 单选9 多选11', '题库里能用的多选有 10 道，不够 11 道。请少写一些。'],
    ['45题 换届2', '除了这些标签，题库里能用的只有 40 道，不够余下的 43 道。请多写一些标签，或减少题数。'],
    [
      '15题 党费5 换届10 单选3 多选2 判断10',
      '题库里同时符合这些标签和题型的题不够。请只写标签，或只写题型。',
    ],
  ])('is refused as %s, with what there is', (words, said) => {
    expect(() => order(words)).toThrow(new Refusal(said));
  });

  it('is refused when the bank is empty', () => {
    expect(() => portionsOf([], readPaperOptions('20题'), until)).toThrow('题库里现在没有能用的题');
  });
});

describe('sharing out', () => {
  const table = fc
    .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) })
    .chain(({ rows, columns }) =>
      fc.array(fc.array(fc.nat(5), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  it('finds a way whenever there is one', () => {
    fc.assert(
      // Whatever is taken from a table can be taken again, from a table that holds at least as much.
      fc.property(table, fc.nat(3), (wanted, more) => {
        const rows = wanted.map((row) => row.reduce((sum, cell) => sum + cell, 0));
        const columns = (wanted[0] ?? []).map((_, column) =>
          wanted.reduce((sum, row) => sum + (row[column] ?? 0), 0),
        );
        const capacity = wanted.map((row) => row.map((cell) => cell + more));
        const shares = shareOut(rows, columns, capacity);
        if (shares === undefined) throw new Error('no way was found');
        for (const [row, cells] of shares.entries()) {
          expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(rows[row]);
          for (const [column, cell] of cells.entries()) {
            expect(cell).toBeGreaterThanOrEqual(0);
            expect(cell).toBeLessThanOrEqual(capacity[row]?.[column] ?? 0);
          }
        }
        for (const [column, limit] of columns.entries()) {
          expect(shares.reduce((sum, cells) => sum + (cells[column] ?? 0), 0)).toBe(limit);
        }
      }),
    );
  });

  it('gives back what it took where that can be had elsewhere', () => {
    // The first row could live on either column; the second only on the first one.
    expect(
      shareOut(
        [2, 2],
        [2, 2],
        [
          [2, 2],
          [2, 0],
        ],
      ),
    ).toEqual([
      [0, 2],
      [2, 0],
    ]);
  });

  it('says so when there is no way', () => {
    expect(
      shareOut(
        [2, 2],
        [2, 2],
        [
          [2, 0],
          [2, 0],
        ],
      ),
    ).toBeUndefined();
  });
});
