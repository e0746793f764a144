import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateOfEpochDay,
  daysBetween,
  epochDayOf,
  localDate,
  parseLocalDate,
  weekdayOf,
} from '../../src/time/local-date.ts';

const firstDay = epochDayOf(localDate(1, 1, 1));
const lastDay = epochDayOf(localDate(9999, 12, 31));
const anyDate = fc.integer({ min: firstDay, max: lastDay }).map(dateOfEpochDay);
const anyDateOfOurTime = fc.date({
  min: new Date('1900-01-01'),
  max: new Date('2200-01-01'),
  noInvalidDate: true,
});

describe('a local date', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-11-20'])(
    'reads %s',
    (text) => {
      expect(parseLocalDate(text)).toBe(text);
    },
  );

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '２０２６-01-01',
    '-026-01-01',
    '',
  ])('does not take %j for a day', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });

  it('refuses numbers that are no day', () => {
    expect(() => localDate(2026, 2, 30)).toThrow(RangeError);
    expect(() => localDate(2026, 1.5, 1)).toThrow(RangeError);
    expect(() => addDays(localDate(9999, 12, 31), 1)).toThrow(RangeError);
  });

  it('accepts exactly the days Temporal accepts', () => {
    const number = fc.integer({ min: 0, max: 35 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), number, number, (year, month, day) => {
        const text = [
          String(year).padStart(4, '0'),
          ...[month, day].map((part) => String(part).padStart(2, '0')),
        ].join('-');
        const exists = (() => {
          try {
            return Temporal.PlainDate.from(text).toString() === text;
          } catch {
            return false;
          }
        })();
        expect(parseLocalDate(text) !== undefined).toBe(exists);
      }),
    );
  });

  it('compares as a string in the order of days', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  it('adds days, months and finds weekdays as Temporal does', () => {
    fc.assert(
      fc.property(anyDateOfOurTime, fc.integer({ min: -5000, max: 5000 }), (moment, amount) => {
        const text = moment.toISOString().slice(0, 10);
        const date = parseLocalDate(text);
        if (date === undefined) throw new Error(text);
        const reference = Temporal.PlainDate.from(text);
        expect(addDays(date, amount)).toBe(reference.add({ days: amount }).toString());
        const months = amount % 1000;
        expect(addMonths(date, months)).toBe(reference.add({ months }).toString());
        expect(weekdayOf(date)).toBe(reference.dayOfWeek);
        expect(daysBetween(date, addDays(date, amount))).toBe(amount);
      }),
    );
  });

  it('stays in the month when a month is shorter', () => {
    expect(addMonths(localDate(2024, 2, 29), 12)).toBe('2025-02-28');
    expect(addMonths(localDate(2026, 8, 31), 6)).toBe('2027-02-28');
    expect(addMonths(localDate(2026, 1, 31), -1)).toBe('2025-12-31');
    expect(addMonths(localDate(2026, 3, 31), -1)).toBe('2026-02-28');
  });

  it('knows that 2026-11-20 is a Friday and 2026-02-15 a Sunday', () => {
    expect(weekdayOf(localDate(2026, 11, 20))).toBe(5);
    expect(weekdayOf(localDate(2026, 2, 15))).toBe(7);
  });
});
