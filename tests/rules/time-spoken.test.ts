import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/time/local-date.ts';
import {
  cutOffDateWords,
  cutOffWords,
  dateWords,
  momentWords,
  plainDateWords,
  plainMomentWords,
  stampWords,
  timeWords,
} from '../../src/time/spoken-time.ts';

const friday = localDate(2026, 11, 20);
const at = (month: number, day: number, minute: number, year = 2026) => ({
  date: localDate(year, month, day),
  minute,
});

describe('spoken times', () => {
  it.each([
    [at(11, 20, 900), '今天 15:00'],
    [at(11, 21, 540), '明天（周六）9:00'],
    [at(11, 19, 545), '昨天（周四）9:05'],
    [at(11, 25, 900), '11月25日（周三）15:00'],
    [at(11, 22, 0), '11月22日（周日）0:00'],
    [at(1, 4, 510, 2027), '2027年1月4日（周一）8:30'],
  ])('says a moment as people do: %j', (moment, words) => {
    expect(momentWords(moment, friday)).toBe(words);
  });

  it('says tomorrow over the turn of the year without a year', () => {
    expect(momentWords(at(1, 1, 480, 2027), localDate(2026, 12, 31))).toBe('明天（周五）8:00');
  });

  it('says a day', () => {
    expect(dateWords(friday, friday)).toBe('今天');
    expect(dateWords(localDate(2026, 11, 21), friday)).toBe('明天（周六）');
    expect(dateWords(localDate(2026, 11, 30), friday)).toBe('11月30日（周一）');
  });

  it('says a day and a moment without brackets of its own', () => {
    expect(plainDateWords(friday, friday)).toBe('11月20日 周五');
    expect(plainMomentWords(at(11, 25, 900), friday)).toBe('11月25日 周三 15:00');
  });

  it('says the cut-off of a figure', () => {
    expect(cutOffWords(at(11, 20, 920), friday)).toBe('截至 15:20');
    expect(cutOffWords(at(11, 19, 920), friday)).toBe('截至 11月19日 15:20');
    expect(cutOffDateWords(friday, friday)).toBe('截至 11月20日');
    expect(cutOffDateWords(friday, localDate(2027, 1, 5))).toBe('截至 2026年11月20日');
  });

  it('writes the stamp on a tapped button', () => {
    expect(stampWords(at(11, 20, 521))).toBe('11-20 08:41');
  });

  it('writes hours without and minutes with a leading zero', () => {
    expect([0, 65, 719, 1439].map(timeWords)).toEqual(['0:00', '1:05', '11:59', '23:59']);
  });
});
