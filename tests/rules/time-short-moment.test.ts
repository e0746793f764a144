import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfEpochDay, localDate } from '../../src/time/local-date.ts';
import { readShortDay, readShortMoment, shortDay, shortMoment } from '../../src/time/short-moment.ts';

const dates = fc.integer({ min: 0, max: 41_900 }).map(dateOfEpochDay);

describe('a short day and a short moment', () => {
  it('are read back as they were written, from 1970 to 2084', () => {
    fc.assert(
      fc.property(dates, fc.nat(1439), (date, minute) => {
        expect(readShortDay(shortDay(date))).toBe(date);
        expect(readShortMoment(shortMoment({ date, minute }))).toEqual({ date, minute });
        expect([shortDay(date).length, shortMoment({ date, minute }).length]).toEqual([3, 5]);
      }),
    );
  });

  it('look like this', () => {
    const date = localDate(2026, 11, 20);
    expect(shortDay(date)).toBe('g15');
    expect(shortMoment({ date, minute: 8 * 60 + 31 })).toBe('ht9y7');
  });

  it.each(['', 'g1', 'g1 ', 'G19', '2026-11-20', 'ht9y7', '-15'])('are not read from %j', (text) => {
    expect(readShortDay(text)).toBeUndefined();
    expect(readShortMoment(`${text} `)).toBeUndefined();
  });
});
