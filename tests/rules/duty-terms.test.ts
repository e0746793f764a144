import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pacedTerms } from '../../src/duties/paced-terms.ts';
import { meetTerms } from '../../src/duties/meet.ts';
import type { DutyTerm } from '../../src/duties/obligation.ts';
import { paceUnits, periodOf, type DutyPace } from '../../src/library/duty-pace.ts';
import type { DutyPreset, DutyRule } from '../../src/library/duty-rules.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { addDays, dateOfEpochDay, parseLocalDate, type LocalDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

const { library } = await loadLibrary('content');
const calendar = createWorkCalendar(library.calendars);

function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

const plain: DutyRule = {
  code: 'partyDay',
  title: '主题党日',
  also: [],
  basis: '全国',
  scope: ['党支部'],
  only: [],
  strength: '应当',
  pace: { unit: '月', units: 1, times: 1 },
  record: '开会',
  says: '每月一次。',
  source: '条例',
  from: day('2018-10-28'),
};
const yearly: DutyRule = { ...plain, code: 'orgLifeMeeting', pace: { unit: '年', units: 1, times: 1 } };
const orgLife: DutyRule = {
  ...yearly,
  window: { from: { month: 10, day: 1, years: 0 }, until: { month: 12, day: 31, years: 0 } },
  notice: { month: 3, day: 31, years: 1 },
};

function terms(rule: DutyRule, from: string, until: string, presets: readonly DutyPreset[] = []) {
  return pacedTerms({ rules: [rule], presets }, { from: day(from), until: day(until) }, calendar);
}

/** Those that are due in the stretch or later, as `anchor opens due`. */
function dueIn(rule: DutyRule, from: string, until: string, presets: readonly DutyPreset[] = []) {
  return terms(rule, from, until, presets)
    .filter(({ due }) => due !== undefined && due >= from)
    .map(({ anchor, opens, due }) => `${anchor} ${opens} ${due}`);
}

describe('the terms of a duty', () => {
  it('are those of the calendar, each due on its last working day', () => {
    // 31 October 2026 is a Saturday; the quarter ends on a Thursday, the year on one, too.
    expect(dueIn(plain, '2026-10-01', '2026-12-31')).toEqual([
      '2026-10-01 2026-10-01 2026-10-30',
      '2026-11-01 2026-11-01 2026-11-30',
      '2026-12-01 2026-12-01 2026-12-31',
    ]);
    const quarterly = { ...plain, pace: { unit: '季度', units: 1, times: 1 } as const };
    expect(dueIn(quarterly, '2026-10-01', '2026-12-31')).toEqual(['2026-10-01 2026-10-01 2026-12-31']);
    const halfYearly = { ...plain, pace: { unit: '半年', units: 1, times: 1 } as const };
    expect(dueIn(halfYearly, '2026-10-01', '2026-12-31')).toEqual(['2026-07-01 2026-07-01 2026-12-31']);
    const weekly = { ...plain, pace: { unit: '周', units: 1, times: 1 } as const };
    expect(dueIn(weekly, '2026-11-16', '2026-11-22')).toEqual(['2026-11-16 2026-11-16 2026-11-20']);
  });

  it('keep to the make-up days and the long holidays', () => {
    // 28 February 2026 is a Saturday on which people work.
    expect(dueIn(plain, '2026-02-01', '2026-02-28')).toEqual(['2026-02-01 2026-02-01 2026-02-28']);
    // All working days of such a window are holidays: the last day stays.
    const golden = { ...yearly, window: windowOf('10-01', '10-03') };
    expect(dueIn(golden, '2026-01-01', '2026-12-31')).toContain('2026-01-01 2026-10-01 2026-10-03');
  });

  it('know 29 February', () => {
    const leap = { ...yearly, window: windowOf('02-29', '02-29') };
    expect(dueIn(leap, '2028-01-01', '2028-12-31')).toContain('2028-01-01 2028-02-29 2028-02-29');
    // A Sunday, and the only day there is.
    expect(dueIn(leap, '2027-01-01', '2027-12-31')).toContain('2027-01-01 2027-02-28 2027-02-28');
  });

  it('count several years from the rule’s own', () => {
    const threeYears = {
      ...plain,
      from: day('2020-01-01'),
      pace: { unit: '年', units: 3, times: 1 } as const,
    };
    expect(dueIn(threeYears, '2026-10-01', '2026-12-31')).toEqual(['2026-01-01 2026-01-01 2028-12-29']);
    expect(dueIn(threeYears, '2025-10-01', '2025-12-31')).toEqual(['2023-01-01 2023-01-01 2025-12-31']);
  });

  it('run into the next year where the notice says so', () => {
    expect(dueIn(orgLife, '2026-10-01', '2026-12-31')).toEqual(['2026-01-01 2026-10-01 2027-03-31']);
    const [ofThisYear, ofNextYear] = terms(orgLife, '2027-01-01', '2027-03-31').slice(-2);
    expect(ofNextYear).toMatchObject({ anchor: '2027-01-01', opens: '2027-10-01' });
    expect(ofThisYear).toMatchObject({
      anchor: '2026-01-01',
      usual: '2026-12-31',
      due: '2027-03-31',
      accepts: { from: '2026-01-01', until: '2027-03-31' },
    });
  });

  it('count when the rule, or the stricter number, holds on their last day', () => {
    const ended = { ...plain, until: day('2026-11-29') };
    expect(dueIn(ended, '2026-10-01', '2026-12-31')).toEqual(['2026-10-01 2026-10-01 2026-10-30']);
    const begun = { ...plain, from: day('2026-11-30') };
    expect(dueIn(begun, '2026-10-01', '2026-12-31')).toHaveLength(2);
    expect(dueIn(plain, '2018-10-01', '2018-10-27')).toEqual([]);

    const quarterly = { ...plain, pace: { unit: '季度', units: 1, times: 1 } as const };
    const stricter: DutyPreset = {
      id: 'city',
      name: '本市',
      source: '规定',
      from: day('2026-11-01'),
      basedOn: [],
      changes: [{ code: 'partyDay', pace: { unit: '月', units: 1, times: 1 } }],
    };
    expect(dueIn(quarterly, '2026-07-01', '2026-12-31', [stricter])).toEqual([
      '2026-07-01 2026-07-01 2026-09-30',
      '2026-11-01 2026-11-01 2026-11-30',
      '2026-12-01 2026-12-01 2026-12-31',
    ]);
  });
});

const anyDay = fc.integer({ min: 10957, max: 25567 }).map(dateOfEpochDay); // 2000 to 2039
const anyPace: fc.Arbitrary<DutyPace> = fc
  .record({
    unit: fc.constantFrom(...paceUnits),
    units: fc.integer({ min: 1, max: 5 }),
    times: fc.constant(1),
  })
  .map(({ unit, units, times }) => ({ unit, units: unit === '年' ? units : 1, times }));

describe('on any day and at any pace', () => {
  it('a day lies in its period, and periods follow one another without a gap', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyPace, (date, start, pace) => {
        const period = periodOf(date, pace, start);
        expect(period.from <= date && date <= period.until).toBe(true);
        expect(periodOf(period.from, pace, start)).toEqual(period);
        expect(periodOf(period.until, pace, start)).toEqual(period);
        expect(periodOf(addDays(period.until, 1), pace, start).from).toBe(addDays(period.until, 1));
      }),
    );
  });

  it('nothing is due before it opens, and everything on a working day if there is one', () => {
    fc.assert(
      fc.property(anyDay, anyPace, (date, pace) => {
        const found = pacedTerms(
          { rules: [{ ...plain, from: day('1990-01-01'), pace }], presets: [] },
          { from: date, until: addDays(date, 100) },
          calendar,
        );
        expect(found.length).toBeGreaterThan(0);
        for (const { opens, due = opens, accepts } of found) {
          expect(due >= opens).toBe(true);
          expect(calendar.isWorkday(due) || calendar.nextWorkday(addDays(opens, -1)) > due).toBe(true);
          expect(accepts.from <= due && due <= accepts.until).toBe(true);
        }
      }),
    );
  });

  it('a window of a year is open in each of them', () => {
    const monthDay = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(anyDay, monthDay, monthDay, (date, first, last) => {
        const from = { ...first, years: 0 as const };
        const crosses = last.month * 100 + last.day < first.month * 100 + first.day;
        const until = { ...last, years: crosses ? (1 as const) : (0 as const) };
        const rule = { ...plain, pace: { unit: '年', units: 1, times: 1 } as const, from: day('1990-01-01') };
        const found = pacedTerms(
          { rules: [{ ...rule, window: { from, until } }], presets: [] },
          { from: date, until: date },
          calendar,
        );
        for (const { opens, due = opens, anchor } of found) {
          expect(due >= opens && opens >= anchor).toBe(true);
        }
        expect(found.some(({ anchor }) => anchor.startsWith(date.slice(0, 4)))).toBe(true);
      }),
    );
  });
});

describe('what was met', () => {
  const term = (from: string, until: string, times = 1): DutyTerm => ({
    duty: { rule: plain, besides: [] },
    anchor: day(from),
    opens: day(from),
    due: day(until),
    accepts: { from: day(from), until: day(until) },
    times,
  });
  const years = [term('2025-01-01', '2026-03-31'), term('2026-01-01', '2027-03-31')];
  const met = (some: readonly DutyTerm[], ...days: string[]) => meetTerms(some, days.map(day));

  it('counts for the term that is over first', () => {
    expect(met(years, '2026-02-10')).toEqual([['2026-02-10'], []]);
    expect(met(years, '2025-12-20', '2026-02-10')).toEqual([['2025-12-20'], ['2026-02-10']]);
    expect(met(years, '2026-02-10', '2026-11-30')).toEqual([['2026-02-10'], ['2026-11-30']]);
    expect(met(years, '2026-11-30')).toEqual([[], ['2026-11-30']]);
    expect(met(years.toReversed(), '2026-02-10')).toEqual([[], ['2026-02-10']]);
  });

  it('counts once, and no more often than is asked', () => {
    const year = [term('2026-01-01', '2026-12-31', 2)];
    expect(met(year, '2026-05-01', '2026-05-01')).toEqual([['2026-05-01']]);
    expect(met(year, '2026-05-01', '2026-06-01', '2026-07-01')).toEqual([['2026-05-01', '2026-06-01']]);
    expect(met(year, '2025-12-31', '2027-01-01')).toEqual([[]]);
  });
});

function windowOf(from: string, until: string) {
  const [fromMonth = 1, fromDay = 1] = from.split('-').map(Number);
  const [untilMonth = 1, untilDay = 1] = until.split('-').map(Number);
  return {
    from: { month: fromMonth, day: fromDay, years: 0 },
    until: { month: untilMonth, day: untilDay, years: 0 },
  } as const;
}
