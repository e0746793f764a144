import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { parseClockTime } from '../../src/time/clock-time.ts';
import { dateOfEpochDay, epochDayOf, localDate, parseLocalDate } from '../../src/time/local-date.ts';
import { isQuiet, parseQuietHours } from '../../src/time/quiet-hours.ts';
import { earliestSending, latestSending, type SendingKind } from '../../src/time/sending-window.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';
import { createZone } from '../../src/time/zone.ts';

const { library } = await loadLibrary('content');
const calendar = createWorkCalendar(library.calendars);
const zone = createZone('Asia/Shanghai');

function instant(text: string): number {
  const [date = '', time = ''] = text.split(' ');
  const day = parseLocalDate(date);
  const minute = parseClockTime(time);
  if (day === undefined || minute === undefined) throw new Error(text);
  return zone.instantOf(day, minute);
}

function said(at: number | undefined): string {
  if (at === undefined) return 'never';
  const { date, minute } = zone.localAt(at);
  return `${date} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function ask(kind: SendingKind, now: string, options: { quiet?: string; pausedUntil?: string } = {}): string {
  const pausedUntil = options.pausedUntil === undefined ? undefined : parseLocalDate(options.pausedUntil);
  return said(
    earliestSending({
      now: instant(now),
      kind,
      zone,
      calendar,
      ...(options.quiet === undefined ? {} : { quiet: parseQuietHours(options.quiet) }),
      ...(pausedUntil === undefined ? {} : { pausedUntil }),
    }),
  );
}

describe('a message somebody sends unasked', () => {
  it.each([
    ['2026-11-20 07:59', '2026-11-20 08:00'],
    ['2026-11-20 08:00', '2026-11-20 08:00'],
    ['2026-11-20 20:59', '2026-11-20 20:59'],
    ['2026-11-20 21:00', '2026-11-21 08:00'],
    ['2026-11-20 23:59', '2026-11-21 08:00'],
    ['2026-11-21 12:00', '2026-11-21 12:00'],
    ['2026-10-01 10:00', '2026-10-01 10:00'],
    ['2026-12-31 22:00', '2027-01-01 08:00'],
  ])('at %s goes at %s', (now, goes) => {
    expect(ask('unasked', now)).toBe(goes);
  });

  it('keeps the seconds when it may go at once', () => {
    const now = instant('2026-11-20 10:00') + 31_415;
    expect(earliestSending({ now, kind: 'unasked', zone, calendar })).toBe(now);
  });

  it.each([
    ['22:00-07:30', '2026-11-20 22:30', '2026-11-21 08:00'],
    ['18:00-8:30', '2026-11-20 08:10', '2026-11-20 08:30'],
    ['18:00-8:30', '2026-11-20 08:30', '2026-11-20 08:30'],
    ['18:00-8:30', '2026-11-20 17:59', '2026-11-20 17:59'],
    ['18:00-8:30', '2026-11-20 18:00', '2026-11-21 08:30'],
    ['12:00-14:00', '2026-11-20 12:30', '2026-11-20 14:00'],
    ['12:00-14:00', '2026-11-20 07:00', '2026-11-20 08:00'],
    ['12:00-23:00', '2026-11-20 13:00', '2026-11-21 08:00'],
    ['06:00-20:00', '2026-11-20 09:00', '2026-11-20 20:00'],
    ['06:00-20:00', '2026-11-20 20:30', '2026-11-20 20:30'],
    ['06:00-20:00', '2026-11-20 21:30', '2026-11-21 20:00'],
  ])('waits for the end of 免打扰 %s, from %s until %s', (quiet, now, goes) => {
    expect(ask('unasked', now, { quiet })).toBe(goes);
  });

  it.each(['08:00-21:00', '07:00-22:00', '21:30-21:00', '00:00-23:59', '08:00-07:59'])(
    'never goes to a person who is quiet %s, which covers the whole window',
    (quiet) => {
      expect(ask('unasked', '2026-11-20 10:00', { quiet })).toBe('never');
    },
  );

  it.each([
    ['21:00-20:59', '2026-11-20 20:59'],
    ['08:01-21:00', '2026-11-21 08:00'],
  ])('finds the only minute that %s leaves', (quiet, goes) => {
    expect(ask('unasked', '2026-11-20 10:00', { quiet })).toBe(goes);
  });

  it('waits for the day after 今天不便', () => {
    expect(ask('unasked', '2026-11-20 10:00', { pausedUntil: '2026-11-21' })).toBe('2026-11-21 08:00');
    expect(ask('unasked', '2026-11-20 10:00', { pausedUntil: '2026-11-20' })).toBe('2026-11-20 10:00');
    expect(ask('unasked', '2026-11-20 22:00', { pausedUntil: '2026-11-25', quiet: '22:00-9:00' })).toBe(
      '2026-11-25 09:00',
    );
  });
});

describe('an automatic message', () => {
  it.each([
    ['on a Friday night waits for Monday', '2026-11-20 21:00', '2026-11-23 08:00'],
    ['on a Saturday waits for Monday', '2026-11-21 10:00', '2026-11-23 08:00'],
    ['goes on the make-up Saturday before the Spring Festival', '2026-02-14 10:00', '2026-02-14 10:00'],
    ['after it waits until the holiday is over', '2026-02-14 21:00', '2026-02-24 08:00'],
    ['in the Spring Festival waits for its end', '2026-02-17 08:30', '2026-02-24 08:00'],
    ['goes on the make-up Saturday after the Spring Festival', '2026-02-28 08:30', '2026-02-28 08:30'],
    ['on the Friday before goes on to that Saturday', '2026-02-27 23:00', '2026-02-28 08:00'],
    ['on the day before the National Day waits a week', '2026-09-30 21:30', '2026-10-08 08:00'],
    ['goes on the make-up Sunday before the Mid-Autumn Festival', '2026-09-20 09:00', '2026-09-20 09:00'],
    ['on the make-up Saturday after the National Day goes', '2026-10-10 20:00', '2026-10-10 20:00'],
    ['on New Year waits for the make-up Sunday', '2026-01-01 09:00', '2026-01-04 08:00'],
    ['on the last evening of a year waits for the next year', '2026-12-31 22:00', '2027-01-04 08:00'],
  ])('%s', (_, now, goes) => {
    expect(ask('automatic', now)).toBe(goes);
  });

  it('waits for a working day after the pause and for the end of the quiet hours on it', () => {
    expect(ask('automatic', '2026-11-20 10:00', { pausedUntil: '2026-11-21' })).toBe('2026-11-23 08:00');
    expect(ask('automatic', '2026-09-30 10:00', { pausedUntil: '2026-10-01', quiet: '20:00-9:15' })).toBe(
      '2026-10-08 09:15',
    );
  });
});

describe('an answer and an urgent message', () => {
  it.each(['answer', 'urgent'] as const)(
    'go at once, at night, on holidays, in quiet hours and while paused: %s',
    (kind) => {
      expect(ask(kind, '2026-10-01 03:00', { quiet: '00:00-23:59', pausedUntil: '2026-10-09' })).toBe(
        '2026-10-01 03:00',
      );
    },
  );
});

describe('the sending window', () => {
  const anyQuiet = fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
      .filter(([from, until]) => from !== until)
      .map(([from, until]) => ({ from, until })),
    { nil: undefined },
  );

  it('always names the first allowed minute', () => {
    const start = epochDayOf(localDate(2026, 1, 1));
    fc.assert(
      fc.property(
        fc.constantFrom<SendingKind>('unasked', 'automatic'),
        fc.integer({ min: start, max: start + 364 }),
        fc.integer({ min: 0, max: 1439 }),
        anyQuiet,
        fc.option(fc.integer({ min: -1, max: 5 }), { nil: undefined }),
        (kind, day, minute, quiet, pause) => {
          const date = dateOfEpochDay(day);
          const now = zone.instantOf(date, minute);
          const pausedUntil = pause === undefined ? undefined : dateOfEpochDay(day + pause);
          const found = earliestSending({
            now,
            kind,
            zone,
            calendar,
            ...(quiet === undefined ? {} : { quiet }),
            ...(pausedUntil === undefined ? {} : { pausedUntil }),
          });

          // Tries minute by minute, for up to three weeks, longer than any holiday with a pause.
          let expected: number | undefined;
          for (let at = now; at < now + 21 * 86_400_000; at += 60_000) {
            const here = zone.localAt(at);
            if (here.minute < 480 || here.minute >= 1260) continue;
            if (quiet !== undefined && isQuiet(quiet, here.minute)) continue;
            if (pausedUntil !== undefined && here.date < pausedUntil) continue;
            if (kind === 'automatic' && !calendar.isWorkday(here.date)) continue;
            expected = at;
            break;
          }
          expect(said(found)).toBe(said(expected));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('follows the clock on the wall where there is summer time', () => {
    const newYork = createZone('America/New_York');
    const beforeTheChange = newYork.instantOf(localDate(2026, 3, 7), 22 * 60);
    const goes = earliestSending({
      now: beforeTheChange,
      kind: 'unasked',
      zone: newYork,
      calendar: createWorkCalendar([]),
    });
    expect(goes).toBe(Date.parse('2026-03-08T08:00-04:00'));
  });
});

describe('the end of the time in which a message may begin', () => {
  const until = (due: string, quiet?: string): string =>
    said(
      latestSending(
        { kind: 'unasked', zone, ...(quiet === undefined ? {} : { quiet: parseQuietHours(quiet) }) },
        instant(due),
      ),
    );

  it('is nine in the evening, or the beginning of the quiet hours when they are earlier', () => {
    expect(until('2026-11-20 10:00')).toBe('2026-11-20 21:00');
    expect(until('2026-11-20 10:00', '22:00-07:30')).toBe('2026-11-20 21:00');
    expect(until('2026-11-20 10:00', '19:30-07:30')).toBe('2026-11-20 19:30');
    expect(until('2026-11-20 10:00', '12:00-14:00')).toBe('2026-11-20 12:00');
    expect(until('2026-11-20 14:00', '12:00-14:00')).toBe('2026-11-20 21:00');
  });

  it('is none for answers and what is urgent', () => {
    const now = instant('2026-11-20 23:00');
    expect(latestSending({ kind: 'answer', zone }, now)).toBeUndefined();
    expect(latestSending({ kind: 'urgent', zone }, now)).toBeUndefined();
  });

  it('is the first instant at which whoever could be written to has to wait', () => {
    const minuteOfDay = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minuteOfDay, minuteOfDay, minuteOfDay, (from, end, minute) => {
        fc.pre(from !== end);
        const quiet = { from, until: end };
        const earliest = (now: number) => earliestSending({ now, kind: 'unasked', quiet, zone, calendar });
        const due = earliest(zone.instantOf(localDate(2026, 11, 20), minute));
        if (due === undefined) return;
        const closes = latestSending({ kind: 'unasked', quiet, zone }, due) ?? Number.NaN;

        expect(closes).toBeGreaterThan(due);
        expect(earliest(closes - 60_000)).toBe(closes - 60_000);
        expect(earliest(closes)).not.toBe(closes);
      }),
    );
  });
});
