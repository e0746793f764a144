import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '../../src/flows/deadlines.ts';
import { addDays, localDate, type LocalDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

const calendar = createWorkCalendar([
  {
    year: 2026,
    basis: { kind: 'notice', title: '通知', issued: localDate(2025, 11, 4) },
    holidays: [{ name: '国庆节', from: localDate(2026, 10, 1), until: localDate(2026, 10, 7) }],
    makeUpDays: [localDate(2026, 10, 10)],
  },
]);
const day = (text: string): LocalDate => text as LocalDate;

describe('a deadline', () => {
  it.each([
    ['2026-11-20', 10, 'day', '2026-11-30'],
    ['2026-11-20', 0, 'day', '2026-11-20'],
    // A year from 29 February ends on 28 February (domain §2).
    ['2024-02-29', 12, 'month', '2025-02-28'],
    ['2026-02-28', 12, 'month', '2027-02-28'],
    ['2026-08-31', 1, 'month', '2026-09-30'],
    ['2026-11-30', 3, 'month', '2027-02-28'],
    // Friday, and a weekend in between.
    ['2026-11-20', 1, 'workday', '2026-11-23'],
    ['2026-11-20', 5, 'workday', '2026-11-27'],
    // The holidays do not count, the Saturday worked in exchange does.
    ['2026-09-30', 1, 'workday', '2026-10-08'],
    ['2026-09-30', 3, 'workday', '2026-10-10'],
  ] as const)('%s and %i %ss is %s', (from, count, unit, expected) => {
    expect(dayAfter(day(from), { count, unit }, calendar)).toBe(expected);
  });

  it('of more time is never earlier', () => {
    const days = fc.nat(3650).map((offset) => addDays(localDate(2020, 1, 1), offset));
    const unit = fc.constantFrom('day' as const, 'workday' as const, 'month' as const);
    fc.assert(
      fc.property(days, fc.nat(30), unit, (from, count, one) => {
        const earlier = dayAfter(from, { count, unit: one }, calendar);
        expect(dayAfter(from, { count: count + 1, unit: one }, calendar) > earlier).toBe(true);
        expect(earlier >= from).toBe(true);
      }),
    );
  });
});
