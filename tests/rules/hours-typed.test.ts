import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import { hoursOf, readAmount } from '../../src/hours/amount.ts';
import { readTheory } from '../../src/hours/read-theory.ts';
import { daysTyped, daysWords, readDays } from '../../src/hours/typed-days.ts';
import type { HoursCategory } from '../../src/library/hours-rules.ts';
import { localDate } from '../../src/time/local-date.ts';

const training: HoursCategory = {
  code: 'j',
  name: '集中培训',
  worth: { day: 6, halfDay: 4, hour: 1 },
  most: 8,
  theory: true,
};

describe('an amount as people type it', () => {
  it.each([
    ['4', 4],
    ['４', 4],
    ['4学时', 4],
    ['2个课时', 2],
    ['1.5', 1.5],
    ['两小时', 2],
    ['半小时', 0.5],
    ['半天', 4],
    ['两个半天', 8],
    ['1天', 6],
    ['一天', 6],
    ['3 天', 18],
  ])('%s is so many hours', (text, hours) => {
    const amount = readAmount(text);
    expect(amount && hoursOf(amount, training)).toBe(hours);
  });

  it.each(['-4', '', '很多', '1e3', '4..5', '1天半', 'Infinity', '一百', '4 5', '😀'])(
    '%s is none',
    (text) => {
      expect(readAmount(text)).toBeUndefined();
    },
  );

  it('is worth nothing in a unit the category does not count by', () => {
    const lecture = { ...training, worth: { hour: 1 } };
    expect(hoursOf({ unit: 'halfDay', count: 1 }, lecture)).toBeUndefined();
    expect(hoursOf({ unit: 'credit', count: 3 }, lecture)).toBe(3);
  });
});

describe('the days of an event', () => {
  const today = localDate(2026, 11, 20);

  it.each([
    ['11-18', '2026-11-18', '2026-11-18'],
    ['１１－１８', '2026-11-18', '2026-11-18'],
    ['今天', '2026-11-20', '2026-11-20'],
    ['昨天', '2026-11-19', '2026-11-19'],
    ['前天', '2026-11-18', '2026-11-18'],
    ['2025-12-30', '2025-12-30', '2025-12-30'],
    ['01-05', '2026-01-05', '2026-01-05'],
    ['11-16至11-18', '2026-11-16', '2026-11-18'],
    ['11月16日至18日', '2026-11-16', '2026-11-18'],
    ['11/16到18', '2026-11-16', '2026-11-18'],
    ['11-16～11-18', '2026-11-16', '2026-11-18'],
  ])('%s', (text, from, until) => {
    expect(readDays(text, today, '')).toEqual({ from, until });
  });

  it.each([
    ['2026-02-30', '日历上没有“2026-02-30”这一天'],
    ['11-16至31', '日历上没有'],
    ['明天', '还没有到'],
    ['11-20至11-21', '还没有到'],
    ['12-25', '还没有到'],
    ['2024-12-31', '只能记今年和去年的学时'],
    ['11-18至11-16', '最后一天比第一天还早'],
    ['2025-12-30至2026-01-02', '跨年的活动请分两次写'],
    ['09-01至11-01', '一次最多记 31 天'],
    ['11-1至11-2至11-3', '没有看懂是哪几天'],
    ['前年', '没有看懂是哪一天'],
    ['18', '没有看懂是哪一天'],
    ['2027-01-05', '还没有到'],
  ])('%s is refused', (text, why) => {
    expect(() => readDays(text, today, '例子')).toThrow(Refusal);
    expect(() => readDays(text, today, '例子')).toThrow(why);
    expect(() => readDays(text, today, '例子')).toThrow('例子');
  });

  it('without a year lie near today, also in January', () => {
    const newYear = localDate(2027, 1, 5);
    expect(readDays('12-28', newYear, '').from).toBe('2026-12-28');
    expect(readDays('1-4', newYear, '').from).toBe('2027-01-04');
    expect(readDays('2025-11-16至11-18', today, '').until).toBe('2025-11-18');
  });

  it('are said and typed back', () => {
    const course = readDays('11-16至18', today, '');
    expect(daysWords(course, today)).toBe('11月16日（周一）至11月18日（周三）');
    const lastYear = readDays('2025-12-28', today, '');
    for (const days of [course, lastYear, readDays('1-5', today, '')]) {
      expect(readDays(daysTyped(days, today), today, '')).toEqual(days);
    }
  });
});

describe('whether hours are 政治理论', () => {
  it.each([
    ['张三 李四', true, '张三 李四'],
    ['张三 非理论', false, '张三'],
    ['非政治理论 全体', false, '全体'],
    ['张三 理论 李四', true, '张三 李四'],
    ['理论科 张三', true, '理论科 张三'],
  ])('%s', (text, theory, people) => {
    const read = readTheory(text, training);
    expect(read.theory).toBe(theory);
    expect(read.people.trim().replace(/\s+/gu, ' ')).toBe(people);
  });

  it('is the category’s own unless the officer says otherwise', () => {
    expect(readTheory('全体', { ...training, theory: false }).theory).toBe(false);
    expect(readTheory('全体 政治理论', { ...training, theory: false }).theory).toBe(true);
  });
});
