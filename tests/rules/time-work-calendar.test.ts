import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { addDays, localDate, type LocalDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

const { library } = await loadLibrary('content');
const calendar = createWorkCalendar(library.calendars);

function workdaysIn(year: number, month: number): number {
  const from = localDate(year, month, 1);
  const until = month === 12 ? localDate(year + 1, 1, 1) : localDate(year, month + 1, 1);
  return calendar.workdaysBetween(from, until);
}

describe('the work calendar of 2026', () => {
  it('has the days off and the make-up days of the notice and no others', () => {
    const unusual: LocalDate[] = [];
    const plain = createWorkCalendar([]);
    for (let day = localDate(2026, 1, 1); day < '2027-01-01'; day = addDays(day, 1)) {
      if (calendar.isWorkday(day) !== plain.isWorkday(day)) unusual.push(day);
    }
    expect(unusual).toEqual([
      '2026-01-01', '2026-01-02', '2026-01-04',
      '2026-02-14', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23', '2026-02-28',
      '2026-04-06',
      '2026-05-01', '2026-05-04', '2026-05-05', '2026-05-09',
      '2026-06-19',
      '2026-09-20', '2026-09-25',
      '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07', '2026-10-10',
    ]); // prettier-ignore
  });

  it('goes from the last working day before a holiday to the first one after it', () => {
    // Saturday 2026-02-14 is worked, then nine days are off.
    expect(calendar.nextWorkday(localDate(2026, 2, 14))).toBe('2026-02-24');
    expect(calendar.previousWorkday(localDate(2026, 2, 24))).toBe('2026-02-14');
    expect(calendar.nextWorkday(localDate(2026, 2, 27))).toBe('2026-02-28');
    expect(calendar.nextWorkday(localDate(2026, 9, 30))).toBe('2026-10-08');
    expect(calendar.nextWorkday(localDate(2026, 11, 20))).toBe('2026-11-23');
  });

  it('knows the first working day of a week, also behind holidays and before a make-up Sunday', () => {
    const first = (year: number, month: number, day: number) =>
      calendar.isFirstWorkdayOfWeek(localDate(year, month, day));
    expect([23, 24].map((day) => first(2026, 11, day))).toEqual([true, false]);
    expect([5, 7, 8, 9, 10, 12].map((day) => first(2026, 10, day))).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
    // The whole week off: Sunday 20 September is worked, and is the last day of its week.
    expect([20, 21].map((day) => first(2026, 9, day))).toEqual([false, true]);
    expect([16, 23, 24].map((day) => first(2026, 2, day))).toEqual([false, false, true]);
  });

  it('counts working days up to, not including, the end', () => {
    expect(calendar.workdaysBetween(localDate(2026, 11, 20), localDate(2026, 11, 20))).toBe(0);
    expect(calendar.workdaysBetween(localDate(2026, 11, 20), localDate(2026, 11, 21))).toBe(1);
    expect(calendar.workdaysBetween(localDate(2026, 11, 20), localDate(2027, 1, 1))).toBe(30);
    expect(calendar.workdaysBetween(localDate(2026, 12, 1), localDate(2026, 11, 1))).toBe(0);
    expect([1, 2, 10].map((month) => workdaysIn(2026, month))).toEqual([21, 16, 18]);
  });

  it('is known', () => {
    expect(calendar.knows(2026)).toBe(true);
  });
});

describe('a year whose notice is not out', () => {
  it('has its public holidays off, yet does not count as known', () => {
    expect(calendar.knows(2027)).toBe(false);
    expect(calendar.isWorkday(localDate(2027, 2, 5))).toBe(false);
    expect(calendar.isWorkday(localDate(2027, 2, 8))).toBe(false);
    expect(calendar.nextWorkday(localDate(2026, 12, 31))).toBe('2027-01-04');
  });

  it('is Monday to Friday when nothing at all is given', () => {
    expect(calendar.knows(2031)).toBe(false);
    expect(calendar.isWorkday(localDate(2031, 10, 1))).toBe(true);
    expect(calendar.isWorkday(localDate(2031, 10, 4))).toBe(false);
  });
});
