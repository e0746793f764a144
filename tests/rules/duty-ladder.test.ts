import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remindersFor } from '../../src/duties/ladder.ts';
import type { DutyTerm } from '../../src/duties/obligation.ts';
import type { DutyPace, PaceUnit } from '../../src/library/duty-pace.ts';
import type { DutyClock, DutyRule } from '../../src/library/duty-rules.ts';
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

function term(
  { unit, clock }: { readonly unit?: PaceUnit; readonly clock?: DutyClock },
  opens: string,
  due?: string,
  anchor = opens,
): DutyTerm {
  const pace: DutyPace | undefined = unit && { unit, units: 1, times: 1 };
  const rule: DutyRule = {
    code: 'duty',
    title: '义务',
    also: [],
    basis: '全国',
    scope: ['党支部'],
    only: [],
    strength: '应当',
    record: '登记',
    says: '说明。',
    source: '条例',
    from: day('2018-10-28'),
    ...(pace === undefined ? {} : { pace }),
    ...(clock === undefined ? {} : { clock }),
  };
  return {
    duty: { rule, besides: [] },
    anchor: day(anchor),
    opens: day(opens),
    ...(due === undefined ? {} : { due: day(due) }),
    accepts: { from: day(opens), until: day(due ?? opens) },
    times: 1,
  };
}

describe('the ladder of reminders', () => {
  it('of a month is its first days, the 20th and the 27th, on working days', () => {
    // 1 November is a Sunday, so are the 22nd and the 29th.
    expect(remindersFor(term({ unit: '月' }, '2026-11-01', '2026-11-30'), calendar)).toEqual([
      '2026-11-02',
      '2026-11-20',
      '2026-11-27',
    ]);
    // The National Day's holidays last until the 7th; the 10th is worked.
    expect(remindersFor(term({ unit: '月' }, '2026-10-01', '2026-10-30'), calendar)).toEqual([
      '2026-10-08',
      '2026-10-20',
      '2026-10-27',
    ]);
  });

  it('of a quarter or half a year is the beginning of its last month', () => {
    expect(remindersFor(term({ unit: '季度' }, '2026-10-01', '2026-12-31'), calendar)).toEqual([
      '2026-12-01',
    ]);
    expect(remindersFor(term({ unit: '半年' }, '2026-01-01', '2026-06-30'), calendar)).toEqual([
      '2026-06-01',
    ]);
  });

  it('of a year is 45, 30 and 7 days before its last', () => {
    expect(remindersFor(term({ unit: '年' }, '2026-01-01', '2026-12-31'), calendar)).toEqual([
      '2026-11-16',
      '2026-12-01',
      '2026-12-24',
    ]);
  });

  it('of a week there is none', () => {
    expect(remindersFor(term({ unit: '周' }, '2026-11-16', '2026-11-20'), calendar)).toEqual([]);
  });

  it('of the end of a term begins six months before', () => {
    expect(remindersFor(term({ clock: '届期' }, '2026-10-11', '2027-04-09', '2027-04-11'), calendar)).toEqual(
      ['2026-10-12', '2027-01-11', '2027-03-11', '2027-04-02', '2027-04-09'],
    );
  });

  it('of a vacancy begins at once, also where the rule gives no last day', () => {
    expect(remindersFor(term({ clock: '书记空缺' }, '2026-11-20'), calendar)).toEqual(['2026-11-20']);
    expect(remindersFor(term({ clock: '书记空缺' }, '2026-11-20', '2027-02-19'), calendar)).toEqual([
      '2026-11-20',
      '2027-01-20',
      '2027-02-12',
    ]);
  });

  it('of what is only so has none', () => {
    expect(remindersFor(term({ clock: '现状' }, '2026-11-20'), calendar)).toEqual([]);
  });

  it('lies on working days, never after the last day', () => {
    const anyDay = fc.integer({ min: 18262, max: 25567 }).map(dateOfEpochDay);
    const length = fc.integer({ min: 0, max: 400 });
    const kind = fc.constantFrom<{ readonly unit?: PaceUnit; readonly clock?: DutyClock }>(
      { unit: '月' },
      { unit: '季度' },
      { unit: '年' },
      { clock: '届期' },
      { clock: '书记空缺' },
      { clock: '新任书记' },
      { clock: '预备期' },
    );
    fc.assert(
      fc.property(anyDay, length, kind, (opens, days, what) => {
        const due = addDays(opens, days);
        const reminders = remindersFor(term(what, opens, due, what.clock === '届期' ? due : opens), calendar);
        for (const reminder of reminders) {
          expect(calendar.isWorkday(reminder)).toBe(true);
          expect(reminder <= due).toBe(true);
        }
        expect(reminders).toEqual([...reminders].toSorted());
      }),
    );
  });
});
