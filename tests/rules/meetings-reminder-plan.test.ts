import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remindersOf } from '../../src/meetings/reminder-plan.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { addDays, localDate, type LocalDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';
import { createZone } from '../../src/time/zone.ts';

const zone = createZone('Asia/Shanghai');
const { library } = await loadLibrary('content');
const calendar = createWorkCalendar(library.calendars);

/** `unanswered 2026-11-24 15:00`, in the order in which they are due. */
function plan(date: LocalDate, minute: number, changedAt = 0): readonly string[] {
  return remindersOf({ date, minute, changedAt }, { zone, calendar }).map(({ to, at }) => {
    const here = zone.localAt(at);
    return `${to} ${here.date} ${Math.floor(here.minute / 60)}:${String(here.minute % 60).padStart(2, '0')}`;
  });
}

describe('the reminders of a meeting', () => {
  it.each([
    [
      'on an ordinary afternoon',
      localDate(2026, 11, 25),
      900,
      ['unanswered 2026-11-24 15:00', 'coming 2026-11-25 14:00'],
    ],
    ['on a Monday', localDate(2026, 11, 23), 900, ['unanswered 2026-11-20 15:00', 'coming 2026-11-23 14:00']],
    ['on a Sunday', localDate(2026, 11, 29), 540, ['unanswered 2026-11-27 9:00', 'coming 2026-11-27 9:00']],
    [
      'on a Sunday on which people work',
      localDate(2026, 9, 20),
      540,
      ['unanswered 2026-09-18 9:00', 'coming 2026-09-20 8:00'],
    ],
    [
      'on the first day after a long holiday',
      localDate(2026, 10, 8),
      540,
      ['unanswered 2026-09-30 9:00', 'coming 2026-10-08 8:00'],
    ],
    ['in a festival', localDate(2026, 2, 17), 540, ['unanswered 2026-02-14 9:00', 'coming 2026-02-14 9:00']],
    [
      'early in the morning',
      localDate(2026, 11, 25),
      8 * 60 + 30,
      ['unanswered 2026-11-24 8:30', 'coming 2026-11-25 8:00'],
    ],
    ['before anybody may be written to', localDate(2026, 11, 25), 7 * 60, ['unanswered 2026-11-24 8:00']],
    [
      'late in the evening',
      localDate(2026, 11, 25),
      21 * 60 + 30,
      ['unanswered 2026-11-25 8:00', 'coming 2026-11-25 20:30'],
    ],
    [
      'on 29 February',
      localDate(2028, 2, 29),
      900,
      ['unanswered 2028-02-28 15:00', 'coming 2028-02-29 14:00'],
    ],
    [
      'on 1 March of a leap year',
      localDate(2028, 3, 1),
      900,
      ['unanswered 2028-02-29 15:00', 'coming 2028-03-01 14:00'],
    ],
  ])('%s', (_, date, minute, expected) => {
    expect(plan(date, minute)).toEqual(expected);
  });

  it('leave out what was due before the meeting was called or moved', () => {
    const date = localDate(2026, 11, 25);
    const at = (day: number, minute: number): number => zone.instantOf(localDate(2026, 11, day), minute);
    expect(plan(date, 900, at(24, 899))).toHaveLength(2);
    expect(plan(date, 900, at(24, 900))).toEqual(['coming 2026-11-25 14:00']);
    expect(plan(date, 900, at(25, 840))).toEqual([]);
  });

  it('are due only when people may be written to, before the meeting, and are of use until then', () => {
    const dates = fc.integer({ min: 0, max: 400 }).map((days) => addDays(localDate(2026, 1, 1), days));
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        for (const { at, until } of remindersOf({ date, minute, changedAt: 0 }, { zone, calendar })) {
          const here = zone.localAt(at);
          expect(calendar.isWorkday(here.date)).toBe(true);
          expect(here.minute).toBeGreaterThanOrEqual(8 * 60);
          expect(here.minute).toBeLessThan(21 * 60);
          expect(at).toBeLessThan(until);
          expect(until).toBeLessThanOrEqual(zone.instantOf(date, minute));
        }
      }),
    );
  });
});
