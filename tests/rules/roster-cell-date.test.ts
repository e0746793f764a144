import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellDate } from '../../src/roster/cell-date.ts';
import { addDays, daysBetween, localDate } from '../../src/time/local-date.ts';

const firstDay = localDate(1921, 1, 1);
const lastDay = localDate(2099, 12, 31);
const anyDay = fc
  .integer({ min: 0, max: daysBetween(firstDay, lastDay) })
  .map((days) => addDays(firstDay, days));

describe('a date in a roster file', () => {
  it.each([
    '2026-2-3',
    '2026-02-03',
    '2026/2/3',
    '2026.2.3',
    '2026年2月3日',
    '2026年02月03',
    '20260203',
    '２０２６－２－３',
    ' 2026-2-3 ',
    '2026/2/3 0:00',
    '2026-02-03 00:00:00',
  ])('may be written %j', (text) => {
    expect(cellDate(text)).toBe('2026-02-03');
  });

  it.each([
    '2026-02-30',
    '2026-13-1',
    '2026-0-1',
    '2025-02-29',
    '2026-2/3',
    '2026-2',
    '2月3日',
    '去年',
    '1998',
    '',
  ])('is not %j', (text) => {
    expect(cellDate(text)).toBeUndefined();
  });

  it.each([1998, 202602, 0, -1, 1e9, Number.NaN])('is not the number %j', (number) => {
    expect(cellDate(number)).toBeUndefined();
  });

  it.each(['0026-02-03', '1920-12-31', '2100-01-01'])('lies between 1921 and 2099, unlike %j', (text) => {
    expect(cellDate(text)).toBeUndefined();
  });

  it('may be the serial number that Excel keeps, as a number or as the text of it', () => {
    // Excel's documentation of the 1900 date system: 2008-01-01 is serial number 39448.
    expect(cellDate(39448)).toBe('2008-01-01');
    expect(cellDate('39448')).toBe('2008-01-01');
    expect(cellDate(39448.75)).toBe('2008-01-01');
  });

  it('may be a date cell', () => {
    expect(cellDate(new Date(Date.UTC(2026, 1, 3)))).toBe('2026-02-03');
    expect(cellDate(new Date(Number.NaN))).toBeUndefined();
  });

  it('is read back from every form it can be written in', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const [year, month, day] = date.split('-').map(Number);
        const serial = daysBetween(localDate(2008, 1, 1), date) + 39448;
        for (const written of [date, `${year}/${month}/${day}`, `${year}年${month}月${day}日`, serial]) {
          expect(cellDate(written)).toBe(date);
        }
      }),
    );
  });
});
