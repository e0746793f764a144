import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate, type LocalDate } from '../../src/time/local-date.ts';
import { monthlyDay, monthlyWords, readMonthly } from '../../src/time/spoken/monthly.ts';
import { numeral, readNumeral } from '../../src/time/spoken/numerals.ts';
import { plainForm } from '../../src/time/spoken/plain-form.ts';
import { readSpokenDay, readSpokenDeadline } from '../../src/time/spoken/read-spoken-day.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

const today = localDate(2026, 11, 20);

describe('a day', () => {
  it.each([
    ['12-01', '2026-12-01'],
    ['12-1', '2026-12-01'],
    ['１２－０１', '2026-12-01'],
    ['12/1', '2026-12-01'],
    ['12.1', '2026-12-01'],
    ['12月1日', '2026-12-01'],
    ['12月1号', '2026-12-01'],
    ['12月1日（周二）', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['昨天', '2026-11-19'],
    ['今天', '2026-11-20'],
    ['明天', '2026-11-21'],
    ['后天', '2026-11-22'],
    ['下周三', '2026-11-25'],
    ['25号', '2026-11-25'],
    ['三天后', '2026-11-23'],
  ])('is read from %s', (words, date) => {
    expect(readSpokenDay(words, today)).toEqual({ kind: 'day', date });
  });

  it('without a year is the nearest one: January is next year’s, last week is this year’s', () => {
    expect(readSpokenDay('01-05', today)).toEqual({ kind: 'day', date: '2027-01-05' });
    expect(readSpokenDay('11-13', today)).toEqual({ kind: 'day', date: '2026-11-13' });
    const near = localDate(2026, 1, 1);
    expect(readSpokenDay('01-05', today, { near })).toEqual({ kind: 'day', date: '2026-01-05' });
  });

  it('is asked about when it may be one of two', () => {
    expect(readSpokenDay('周五', today)).toMatchObject({
      kind: 'unclear',
      dates: ['2026-11-20', '2026-11-27'],
    });
    expect(readSpokenDay('11月25日周四', today)).toMatchObject({
      kind: 'unclear',
      why: '11月25日是周三，不是周四',
    });
  });

  it('of a stretch is its last one only where a deadline is meant', () => {
    expect(readSpokenDay('下周', today)).toMatchObject({ kind: 'unclear', lastDay: '2026-11-29' });
    for (const [words, date] of [
      ['下周', '2026-11-29'],
      ['月底', '2026-11-30'],
      ['月底前', '2026-11-30'],
      ['12月底前', '2026-12-31'],
      ['年底前', '2026-12-31'],
      ['明年6月底', '2027-06-30'],
      ['2027年6月底前', '2027-06-30'],
      ['今年12月底', '2026-12-31'],
      ['下周内', '2026-11-29'],
      ['本月内', '2026-11-30'],
      ['下个月内', '2026-12-31'],
      ['12月份之内', '2026-12-31'],
      ['三天内', '2026-11-23'],
      ['两周以内', '2026-12-04'],
      ['3个月内', '2027-02-20'],
      ['下周五下班前', '2026-11-27'],
      ['下周三之前', '2026-11-25'],
      ['12-01', '2026-12-01'],
    ] as const) {
      expect(readSpokenDeadline(words, today)).toEqual({ kind: 'day', date });
    }
  });

  it('is counted in working days only by somebody who knows them', () => {
    const calendar = createWorkCalendar([]);
    expect(readSpokenDay('本月最后一个工作日', today, { calendar })).toEqual({
      kind: 'day',
      date: '2026-11-30',
    });
    expect(readSpokenDay('本月最后一个工作日', today)).toEqual({ kind: 'notADay' });
  });

  it.each(['2026-02-30', '13-01', '02-30', '00-10', '4月31日', '2026年2月29日', '31号'])(
    '%s is none of the calendar',
    (words) => {
      expect(readSpokenDay(words, today)).toEqual({ kind: 'noSuchDay' });
    },
  );

  it.each(['', '以后', '20题', '12', '12-', '😀', '12-01-02', '12月1日上午', '308会议室', '一号文件'])(
    'is not read from %j',
    (words) => {
      expect(readSpokenDay(words, today)).toEqual({ kind: 'notADay' });
    },
  );

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (words) => void readSpokenDay(words, today)));
  });
});

describe('a day of every month', () => {
  // The spring festival of 2026: off from 15 to 23 February.
  const off = { name: '春节', from: localDate(2026, 2, 15), until: localDate(2026, 2, 23) };
  const basis = { kind: 'notice', title: '', issued: localDate(2025, 11, 4) } as const;
  const calendar = createWorkCalendar([
    { year: 2026, basis, holidays: [off], makeUpDays: [localDate(2026, 2, 28)] },
  ]);
  const dayIn = (words: string, month: number): LocalDate | undefined => {
    const read = readMonthly(words);
    return read && monthlyDay(read.monthly, localDate(2026, month, 1), calendar);
  };

  it.each([
    ['每月15号', 10, '2026-10-15'],
    ['每个月15日', 11, '2026-11-16'], // a Sunday is put off to the Monday
    ['每月15号', 2, '2026-02-24'], // and a festival to the first day after it
    ['每月28号', 2, '2026-02-28'], // a Saturday on which people work
    ['每月31号', 6, '2026-06-30'], // shorter months have their last day
    ['每月31号', 10, '2026-10-30'], // a Saturday; the Monday would be in the next month
    ['每月底', 5, '2026-05-29'],
    ['每月最后一天', 12, '2026-12-31'],
    ['每月第一个周五', 12, '2026-12-04'],
    ['每月最后一个周五', 12, '2026-12-25'],
    ['每月第二个星期三', 12, '2026-12-09'],
    ['每月第一个工作日', 11, '2026-11-02'],
    ['每月最后一个工作日', 10, '2026-10-30'],
    ['每月二十五号', 12, '2026-12-25'],
  ])('%s in month %d is %s', (words, month, date) => {
    expect(dayIn(words, month)).toBe(date);
  });

  it('is always a working day of that month', () => {
    const monthly = fc.oneof(
      fc.record({ kind: fc.constant('day' as const), day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ kind: fc.constant('nth' as const), nth: fc.integer({ min: 0, max: 4 }) }),
      fc.record({
        kind: fc.constant('nth' as const),
        nth: fc.integer({ min: 0, max: 4 }),
        weekday: fc.integer({ min: 1, max: 7 }),
      }),
    );
    fc.assert(
      fc.property(monthly, fc.integer({ min: 1, max: 12 }), (one, month) => {
        const first = localDate(2026, month, 1);
        const day = monthlyDay(one, first, calendar);
        expect(calendar.isWorkday(day)).toBe(true);
        expect(day.slice(0, 7)).toBe(first.slice(0, 7));
        expect(readMonthly(`每月${monthlyWords(one)}`)?.monthly).toEqual(one);
      }),
    );
  });

  it('is cut out of the text around it', () => {
    expect(readMonthly('开会 每月15号 下午3点 主题党日')).toMatchObject({ rest: '开会   下午3点 主题党日' });
    expect(readMonthly('每月例会')).toBeUndefined();
    expect(readMonthly('每月45号')).toBeUndefined();
  });
});

describe('a number', () => {
  it.each([
    ['3', 3],
    ['03', 3],
    ['两', 2],
    ['〇', 0],
    ['零五', 5],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['九十九', 99],
  ])('%s', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  it.each(['', '一百', '十十', '三四', '3.5', '-1', '二十三十'])('%j is none', (text) => {
    expect(readNumeral(text)).toBeUndefined();
    expect(new RegExp(`^${numeral}$`, 'u').test(text)).toBe(false);
  });
});

describe('the plain form of a text', () => {
  it('has every character in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainForm(text)).toHaveLength(text.length);
      }),
    );
    expect(plainForm('１５：３０　下週三PM點')).toBe('15:30 下周三pm点');
  });
});
