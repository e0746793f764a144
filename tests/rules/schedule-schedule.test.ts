import { getTasks } from 'node-cron';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { readSchedule } from '../../src/schedule/schedule.ts';
import { epochDayOf, parseLocalDate } from '../../src/time/local-date.ts';

function matches(expression: string, date: string, minute: number): boolean {
  const day = parseLocalDate(date);
  if (day === undefined) throw new Error(`${date} is no day`);
  return readSchedule(expression).matches(epochDayOf(day) * 1440 + minute);
}

describe('a schedule', () => {
  it('is read on the clock on the wall', () => {
    expect(matches('30 8 * * *', '2026-11-20', 510)).toBe(true);
    expect(matches('30 8 * * *', '2026-11-20', 511)).toBe(false);
    expect(matches('30 8 * * *', '2026-11-20', 30)).toBe(false);
  });

  it('knows weekdays, the first Monday and the last day of a month', () => {
    expect(matches('0 8 * * mon', '2026-11-23', 480)).toBe(true);
    expect(matches('0 8 * * mon', '2026-11-24', 480)).toBe(false);
    expect(matches('0 8 * * 1#1', '2026-11-02', 480)).toBe(true);
    expect(matches('0 8 * * 1#1', '2026-11-09', 480)).toBe(false);
    expect(matches('0 8 L * *', '2026-02-28', 480)).toBe(true);
    expect(matches('0 8 L * *', '2028-02-28', 480)).toBe(false);
  });

  it('knows whether it is for every hour', () => {
    expect(readSchedule('*/5 * * * *').everyHour).toBe(true);
    expect(readSchedule('0 0-23 * * 1-5').everyHour).toBe(true);
    expect(readSchedule('*/5 8-21 * * *').everyHour).toBe(false);
  });

  it.each([
    '',
    '30 8',
    '61 8 * * *',
    '30 24 * * *',
    '0 0 31 2 *',
    'every morning',
    '15 30 8 * * *',
    '* * * * * *',
  ])('refuses %j with a fault that shows a correct one', (expression) => {
    expect(() => readSchedule(expression)).toThrow(Fault);
    expect(() => readSchedule(expression)).toThrow('30 8 * * *');
  });

  it('leaves neither a task nor a timer behind', () => {
    const before = process.getActiveResourcesInfo();
    readSchedule('17 3 * * *').matches(0);

    expect(getTasks().size).toBe(0);
    expect(process.getActiveResourcesInfo()).toEqual(before);
  });
});
