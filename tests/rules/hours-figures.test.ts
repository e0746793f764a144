import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, missingTheory, type PersonYear } from '../../src/hours/coverage.ts';
import { countedEntries, sumOfHours, type CreditEntry } from '../../src/hours/credit-entry.ts';
import { fieldOf, readEntry, textOf } from '../../src/hours/entry-text.ts';
import { targetOf } from '../../src/hours/target.ts';
import type { HoursStandard } from '../../src/library/hours-standard.ts';
import type { Person } from '../../src/roster/roster.ts';
import { addDays, localDate, yearOf } from '../../src/time/local-date.ts';

const standard: HoursStandard = { year: 2026, targets: { 党员: 32, 班子: 40, 书记: 56 }, theoryPercent: 70 };

const entries: fc.Arbitrary<CreditEntry> = fc
  .record({
    event: fc.oneof(
      fc.record({ kind: fc.constantFrom('meeting' as const, 'paper' as const), number: fc.nat(999_999_999) }),
      fc.record({ kind: fc.constant('registered' as const), by: fc.constantFrom('A1', 'GW', 'J 3-2') }),
    ),
    category: fc.constantFrom('j', 's', '集中培训'),
    day: fc.nat(300),
    length: fc.nat(10),
    halves: fc.integer({ min: 1, max: 200 }),
    theory: fc.boolean(),
  })
  .map(({ day, length, halves, ...rest }) => {
    const from = addDays(localDate(2026, 1, 1), day);
    return { ...rest, from, until: addDays(from, length), hours: halves / 2 };
  });

describe('an entry', () => {
  it('comes back from Redis as it was, within the 64 bytes of the dense encoding', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(readEntry(fieldOf(entry), textOf(entry), yearOf(entry.from))).toEqual(entry);
        expect(Buffer.byteLength(textOf(entry))).toBeLessThanOrEqual(64);
      }),
    );
  });

  it.each([
    ['7', ''],
    ['7', 'dw4s'],
    ['7', 'bi-4s'],
    ['7', 'bis'],
    ['7', 'bi4'],
    ['7', 'bi4+'],
    ['7', 'bi4-s'],
    ['7', '1118 2 t 党课'],
    ['m7', 'bi4s'],
    ['x7', 'bi4s'],
    ['-7', 'bi4s'],
    ['rbis', 'bi4s'],
    ['7', 'bi4s A1'],
  ])('that is damaged counts as not there: %s %s', (field, text) => {
    expect(readEntry(field, text, 2026)).toBeUndefined();
  });
});

describe('what counts', () => {
  const lecture = (event: CreditEntry['event'], day: number, hours = 2): CreditEntry => ({
    event,
    category: '党课',
    from: localDate(2026, 11, day),
    until: localDate(2026, 11, day),
    hours,
    theory: true,
  });
  const byHand = { kind: 'registered', by: 'A1' } as const;

  it('is once what was registered by hand and credited by the service too, in whatever order', () => {
    const meeting = lecture({ kind: 'meeting', number: 7 }, 18, 1.5);
    const registered = lecture(byHand, 18, 4);
    expect(sumOfHours(countedEntries([meeting, registered]))).toBe(1.5);
    expect(sumOfHours(countedEntries([registered, meeting]))).toBe(1.5);
  });

  it('are two meetings of one day, and one lecture each on two days', () => {
    const meetings = [7, 8].map((number) => lecture({ kind: 'meeting', number }, 18));
    expect(sumOfHours(countedEntries([...meetings, lecture(byHand, 19)]))).toBe(6);
  });

  it('is never more than everything, and never less than the service’s own', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 12 }), (some) => {
        const counted = sumOfHours(countedEntries(some));
        const own = sumOfHours(some.filter(({ event }) => event.kind !== 'registered'));
        expect(counted).toBeLessThanOrEqual(sumOfHours(some));
        expect(counted).toBeGreaterThanOrEqual(own);
      }),
    );
  });
});

describe('what is asked of somebody', () => {
  const person = (changes: Partial<Person>): Person => ({
    userid: 'a',
    name: '甲',
    organisation: 'A1',
    posts: [],
    kind: '正式党员',
    tags: [],
    state: '在册',
    ...changes,
  });

  it.each([
    [{}, 32],
    [{ kind: '预备党员' }, 32],
    [{ state: '流动' }, 32],
    [{ posts: ['小组长'] }, 32],
    [{ posts: ['委员'] }, 40],
    [{ posts: ['副书记', '小组长'] }, 40],
    [{ posts: ['书记', '工委'] }, 56],
    [{ posts: ['书记'], state: '离退' }, undefined],
    [{ state: '免提醒' }, undefined],
    [{ kind: '入党积极分子' }, undefined],
    [{ kind: '群众' }, undefined],
  ] as const)('%j', (changes, hours) => {
    expect(targetOf(person(changes), standard)).toBe(hours);
  });
});

describe('figures over people', () => {
  const years: fc.Arbitrary<PersonYear> = fc
    .record({
      unit: fc.constantFrom('A1', 'A2', 'B1'),
      target: fc.constantFrom(undefined, 32, 40),
      halves: fc.nat(120),
      theory: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ unit, target, halves, theory }) => ({
      unit,
      target,
      hours: halves / 2,
      theoryHours: Math.floor(halves * theory) / 2,
    }));

  it('add up', () => {
    fc.assert(
      fc.property(fc.array(years), (people) => {
        const coverage = coverageOf(people, standard);
        expect(coverage.reached + coverage.overHalf + coverage.underHalf).toBe(coverage.people);
        expect(coverage.people + coverage.spared).toBe(people.length);
        expect(coverage.units.complete + coverage.units.without).toBeLessThanOrEqual(coverage.units.count);
        expect(coverage.units.belowTheory).toBeLessThanOrEqual(coverage.units.withHours);
      }),
    );
  });

  it('tell the target, one half and less apart to the half hour', () => {
    const people = [32, 31.5, 16, 15.5, 0].map((hours) => ({
      unit: 'A1',
      target: 32,
      hours,
      theoryHours: 0,
    }));
    expect(coverageOf(people, standard)).toMatchObject({ people: 5, reached: 1, overHalf: 2, underHalf: 2 });
  });

  it('count units: complete ones, ones without hours, ones with too little theory', () => {
    const people = [
      { unit: 'A1', target: 32, hours: 32, theoryHours: 30 },
      { unit: 'A1', target: undefined, hours: 0, theoryHours: 0 },
      { unit: 'A2', target: 32, hours: 10, theoryHours: 6.5 },
      { unit: 'A3', target: undefined, hours: 0, theoryHours: 0 },
      { unit: 'A4', target: 32, hours: 0, theoryHours: 0 },
    ];
    expect(coverageOf(people, standard).units).toEqual({
      count: 3,
      complete: 1,
      without: 1,
      withHours: 2,
      belowTheory: 1,
    });
    const unasked = { ...standard, theoryPercent: undefined };
    expect(coverageOf(people, unasked).units.belowTheory).toBe(0);
  });

  it('say how much theory is missing: with that much the share is reached, with less it is not', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 99 }), (sums, percent) => {
        const missing = missingTheory(sums, percent);
        const isEnough = (more: number): boolean =>
          (sums.theoryHours + more) * 100 >= (sums.hours + more) * percent;
        expect(isEnough(missing)).toBe(true);
        if (missing > 0) expect(isEnough(missing - 0.5)).toBe(false);
      }),
    );
    expect(missingTheory({ hours: 30, theoryHours: 18 }, 70)).toBe(10);
  });
});
