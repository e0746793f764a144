import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Room } from '../../src/contests/contest.ts';
import { newEntry, withMark, type Entry, type Mark } from '../../src/contests/entry.ts';
import { resultCard, resultText } from '../../src/contests/result-text.ts';
import {
  comparedUnits,
  isAllRight,
  isTie,
  scoreContest,
  type ContestResult,
} from '../../src/contests/score.ts';
import { createRoster, type Roster } from '../../src/roster/roster-view.ts';
import type { Organisation, Person } from '../../src/roster/roster.ts';

const organisations: readonly Organisation[] = [
  { code: 'GW', name: '工委', kind: '工委' },
  { code: 'A', name: '甲机关党委', kind: '机关党委', parent: 'GW' },
  { code: 'A1', name: '甲一支部', kind: '党支部', parent: 'A' },
  { code: 'A11', name: '甲一支部一组', kind: '党小组', parent: 'A1' },
  { code: 'A2', name: '甲二支部', kind: '党支部', parent: 'A' },
  { code: 'B1', name: '乙支部', kind: '党支部', parent: 'GW' },
];

function person(userid: string, organisation: string, kind: Person['kind'] = '正式党员'): Person {
  return { userid, name: userid, organisation, posts: [], kind, tags: [], state: '在册' };
}

function rosterOf(people: readonly Person[]): Roster {
  return createRoster({ organisations, people }, { version: 1, committeeUserids: [] });
}

function contestOf(scope: string, questions: number): Room {
  return {
    form: 'room',
    number: 3,
    name: '换届知识',
    scope,
    scopeName: '全体',
    author: 'host',
    questions: Array.from({ length: questions }, (_, index) => `q${index}`),
    seed: 'seed',
    openedAt: 0,
    seconds: 30,
  };
}

/** An entry in which so many questions are right, the first ones. */
function entryWith(questions: number, right: number): Entry {
  return Array.from({ length: right }).reduce<Entry>(
    (entry, _, index) => withMark(entry, index, 'right'),
    newEntry(questions),
  );
}

function scoreOf(
  people: readonly Person[],
  entries: Readonly<Record<string, Entry>>,
  { scope = 'GW', questions = 10, withdrawn = [] as readonly number[] } = {},
): ContestResult {
  return scoreContest({
    contest: contestOf(scope, questions),
    entries: new Map(Object.entries(entries)),
    roster: rosterOf(people),
    withdrawn,
  });
}

/** People by unit, with what each of them answered; `undefined` for whoever stayed away. */
const units = ['A1', 'A2', 'B1'] as const;
const answers = fc.array(fc.constantFrom<Mark>('right', 'wrong', 'none'), { minLength: 6, maxLength: 6 });
const crowd = fc.array(
  fc.record({ unit: fc.constantFrom(...units), marks: fc.option(answers, { nil: undefined }) }),
  { minLength: 1, maxLength: 40 },
);

function played(
  members: readonly { readonly unit: string; readonly marks: readonly Mark[] | undefined }[],
): ContestResult {
  const people = members.map(({ unit }, index) => person(`u${index}`, unit));
  const entries = members.flatMap(({ marks }, index) =>
    marks === undefined ? [] : [[`u${index}`, { marks, isAway: false }] as const],
  );
  return scoreOf(people, Object.fromEntries(entries), { questions: 6 });
}

describe('the score of a branch', () => {
  it('is its right answers over its whole roster, so that a small branch can win', () => {
    const large = Array.from({ length: 10 }, (_, index) => person(`a${index}`, 'A1'));
    const small = [person('b0', 'B1'), person('b1', 'B1')];
    const result = scoreOf([...large, ...small], {
      ...Object.fromEntries(large.slice(0, 6).map(({ userid }) => [userid, entryWith(10, 10)])),
      b0: entryWith(10, 7),
      b1: entryWith(10, 7),
    });
    expect(result.units).toEqual([
      { code: 'A1', name: '甲一支部', right: 60, people: 10 },
      { code: 'B1', name: '乙支部', right: 14, people: 2 },
    ]);
    expect(comparedUnits(result).map(({ name }) => name)).toEqual(['乙支部', '甲一支部']);
  });

  it('counts groups with their branch, and people above any branch with their organisation', () => {
    const people = [person('a', 'A1'), person('b', 'A11'), person('c', 'A'), person('d', 'GW')];
    expect(scoreOf(people, {}).units.map(({ code, people: count }) => [code, count])).toEqual([
      ['GW', 1],
      ['A', 1],
      ['A1', 2],
    ]);
  });

  it('is the group’s own in a contest of the group, and leaves the rest of the branch out', () => {
    const people = [person('a', 'A1'), person('b', 'A11'), person('c', 'A11')];
    const result = scoreOf(people, { a: entryWith(10, 5), b: entryWith(10, 5) }, { scope: 'A11' });
    expect(result.units).toEqual([{ code: 'A11', name: '甲一支部一组', right: 5, people: 2 }]);
    expect(result).toMatchObject({ people: 2, tookPart: 1 });
  });

  it('counts party members only, and nobody who is not on the roster any more', () => {
    const people = [person('a', 'A1'), person('b', 'A1', '入党积极分子'), person('c', 'A1', '预备党员')];
    const result = scoreOf(people, {
      a: entryWith(10, 1),
      b: entryWith(10, 10),
      c: entryWith(10, 2),
      gone: entryWith(10, 10),
    });
    expect(result.units).toEqual([{ code: 'A1', name: '甲一支部', right: 3, people: 2 }]);
  });

  it('leaves out what was withdrawn, above and below the line', () => {
    const result = scoreOf([person('a', 'A1')], { a: entryWith(10, 3) }, { withdrawn: [0, 9] });
    expect(result).toMatchObject({ questions: 8, units: [{ right: 2, people: 1 }] });
    expect(isAllRight(entryWith(10, 9), { ...result, withdrawn: [9], questions: 9 })).toBe(true);
    expect(isAllRight(newEntry(1), { ...result, withdrawn: [0], questions: 0 })).toBe(false);
  });

  it('adds up to all right answers and to everybody, and is never more than everything right', () => {
    fc.assert(
      fc.property(crowd, (members) => {
        const result = played(members);
        const sum = (of: (unit: ContestResult['units'][number]) => number) =>
          result.units.reduce((total, unit) => total + of(unit), 0);
        expect(sum(({ people }) => people)).toBe(members.length);
        expect(sum(({ right }) => right)).toBe(
          members.flatMap(({ marks = [] }) => marks).filter((mark) => mark === 'right').length,
        );
        expect(result.units.every(({ right, people }) => right <= people * result.questions)).toBe(true);
      }),
    );
  });

  it('is the same in whatever order people are listed and answer', () => {
    fc.assert(
      fc.property(crowd, (members) => {
        const byCode = ({ units: scored }: ContestResult) => new Map(scored.map((unit) => [unit.code, unit]));
        expect(byCode(played(members.toReversed()))).toEqual(byCode(played(members)));
      }),
    );
  });

  it('is not raised by staying away, and not lowered by taking part', () => {
    fc.assert(
      fc.property(crowd, fc.constantFrom(...units), answers, (members, unit, marks) => {
        const share = (result: ContestResult) => {
          const own = result.units.find(({ code }) => code === unit);
          return own === undefined ? 0 : own.right / own.people;
        };
        const absent = share(played([...members, { unit, marks: undefined }]));
        expect(share(played([...members, { unit, marks }]))).toBeGreaterThanOrEqual(absent);
        expect(absent).toBeLessThanOrEqual(share(played(members)));
      }),
    );
  });

  it('does not depend on the size: twice the people with the same answers are a tie', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 2, maxLength: 10 }), (all) => {
        const once = all.map((marks) => ({ unit: 'A1', marks }));
        const twice = [...all, ...all].map((marks) => ({ unit: 'B1', marks }));
        const [a, b] = played([...once, ...twice]).units;
        expect(a && b && isTie(a, b)).toBe(true);
      }),
    );
  });
});

describe('a result that is shown', () => {
  const result: ContestResult = {
    withdrawn: [],
    questions: 10,
    people: 42,
    tookPart: 20,
    units: [
      { code: 'A1', name: '甲一支部', right: 30, people: 20 },
      { code: 'A2', name: '甲二支部', right: 10, people: 10 },
      { code: 'B1', name: '乙支部', right: 14, people: 2 },
      { code: 'C', name: '独一人', right: 10, people: 1 },
      { code: 'D', name: '丁支部', right: 1, people: 5 },
      { code: 'E', name: '戊支部', right: 0, people: 4 },
    ],
  };
  const contest = contestOf('GW', 10);

  it('names the best three with numerator and denominator, and nobody as the last', () => {
    const { body = '' } = resultCard(contest, result);
    expect(body).toContain(
      '得分最高的支部：\n乙支部　14/20（70%）\n甲一支部　30/200（15%）\n甲二支部　10/100（10%）',
    );
    expect(body).not.toContain('丁支部');
    expect(body).not.toContain('戊支部');
  });

  it('shows no unit of one: that would be a person', () => {
    expect(resultText(contest, result, { named: [], unit: 'C' })).not.toContain('独一人');
  });

  it('shows the reader the own branch and the own score', () => {
    const text = resultText(contest, result, { named: [], unit: 'D', right: 7 });
    expect(text).toContain('您的支部：丁支部　1/50（2%）');
    expect(text).toContain('您答对 7/10（只有您看得到）');
    expect(resultText(contest, result, { named: [] })).not.toContain('您答对');
  });

  it('names whoever agreed, and how many more when the screen is full', () => {
    const named = Array.from({ length: 14 }, (_, index) => `名${index}`);
    expect(resultText(contest, result, { named })).toContain('名0、名1');
    expect(resultText(contest, result, { named })).toContain('等 14 人');
    expect(resultText(contest, result, { named: [] })).not.toContain('同意公布');
  });

  it('says how many more did as well, when a screen cannot hold them', () => {
    const tied = Array.from({ length: 9 }, (_, index) => ({
      code: `${index}`,
      name: `支部${index}`,
      right: 20,
      people: 2,
    }));
    expect(resultCard(contest, { ...result, units: tied }).body).toContain('同分的还有 4 个支部。');
  });

  it('fits one phone screen', () => {
    const text = resultText(
      contest,
      { ...result, withdrawn: [3] },
      { named: ['甲', '乙'], unit: 'D', right: 7 },
    );
    expect(text.split('\n').length).toBeLessThanOrEqual(12);
  });
});
