import * as z from 'zod';
import { localDate, parseLocalDate, type LocalDate } from '../time/local-date.ts';

/** Days that come every year. */
export interface DayRange {
  readonly from: YearlyDay;
  readonly until: YearlyDay;
}

export interface YearlyDay {
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 in the year itself, 1 in the next one. */
  readonly years: 0 | 1;
}

/** The day of a year; 29 February is 28 February in a year that has none. */
export function dayIn(year: number, { month, day, years }: YearlyDay): LocalDate {
  const there = year + years;
  const leap = parseLocalDate(`${String(there).padStart(4, '0')}-02-29`);
  return month === 2 && day === 29 && leap === undefined
    ? localDate(there, 2, 28)
    : localDate(there, month, day);
}

/** `10-01 至 12-31`, `12-01 至 次年 03-31`. */
export const dayRange = z
  .string({ error: 'window 要写成“第一天 至 最后一天”，例如：window: 10-01 至 12-31' })
  .transform((value, context) => {
    const refuse = (what: string): never => {
      context.addIssue({ code: 'custom', message: what });
      return z.NEVER;
    };
    const [first = '', last = '', surplus] = value.split('至');
    if (surplus !== undefined) return refuse(`“${value}”里有两个“至”，只写一段，例如：${example}`);
    const from = readYearlyDay(first);
    const until = readYearlyDay(last);
    if (typeof from === 'string') return refuse(from);
    if (typeof until === 'string') return refuse(until);
    if (from.years === 1) return refuse(`window 从这一年开始写，只有最后一天可以是次年，例如：${example}`);
    if (dayIn(leapYear, until) < dayIn(leapYear, from)) {
      return refuse(`这段日子一天也没有：${value} 的最后一天比第一天早。跨年写 次年，例如：${acrossYears}`);
    }
    if (until.years === 1 && dayIn(leapYear, { ...until, years: 0 }) >= dayIn(leapYear, from)) {
      return refuse(`${value} 超过了一年，下一年的和它重叠，请缩短。`);
    }
    return { from, until };
  });

/** `12-31`, `次年 03-31`. */
export const yearlyDay = z
  .string({ error: 'notice 要写成一天，例如：notice: 次年 03-31' })
  .transform((value, context) => {
    const day = readYearlyDay(value);
    if (typeof day !== 'string') return day;
    context.addIssue({ code: 'custom', message: day });
    return z.NEVER;
  });

const example = 'window: 10-01 至 12-31';
const acrossYears = 'window: 12-01 至 次年 03-31';
const leapYear = 2028;

/** What is wrong with it, when it is no day. */
function readYearlyDay(text: string): YearlyDay | string {
  const { next, date } = /^\s*(?<next>次年\s*)?(?<date>\d{2}-\d{2})\s*$/u.exec(text)?.groups ?? {};
  if (date === undefined) return `“${text.trim()}”不是日子，要写成 10-01 这样的月和日，例如：${example}`;
  const [month = 0, day = 0] = date.split('-').map(Number);
  if (parseLocalDate(`${leapYear}-${date}`) === undefined) return `没有 ${date} 这一天，请核对。`;
  return { month, day, years: next === undefined ? 0 : 1 };
}
