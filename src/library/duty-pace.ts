import * as z from 'zod';
import {
  addDays,
  addMonths,
  localDate,
  monthOf,
  weekdayOf,
  yearOf,
  type LocalDate,
} from '../time/local-date.ts';

/** How often: so many times in each period. */
export interface DutyPace {
  readonly unit: PaceUnit;
  /** So many units are one period; more than one only of 年. */
  readonly units: number;
  readonly times: number;
}

export const paceUnits = ['周', '月', '季度', '半年', '年'] as const;
export type PaceUnit = (typeof paceUnits)[number];

/** First and last day, both within. */
export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/**
 * The period in which a day lies. Periods are those of the calendar: weeks begin on Monday; several years
 * together are counted from `start`'s year on.
 */
export function periodOf(day: LocalDate, { unit, units }: DutyPace, start: LocalDate): Period {
  if (unit === '周') {
    const from = addDays(day, 1 - weekdayOf(day));
    return { from, until: addDays(from, 6) };
  }
  if (unit === '年') {
    const passed = yearOf(day) - yearOf(start);
    return months(localDate(yearOf(day) - (((passed % units) + units) % units), 1, 1), 12 * units);
  }
  const length = monthsOf[unit];
  const month = Math.floor((monthOf(day) - 1) / length) * length + 1;
  return months(localDate(yearOf(day), month, 1), length);
}

/** Times in 60 years, in which every period comes a whole number of times or is compared well enough. */
export function rateOf({ unit, units, times }: DutyPace): number {
  const perYear = { 周: 52, 月: 12, 季度: 4, 半年: 2, 年: 1 }[unit];
  return (times * perYear * 60) / units;
}

/** `月`, `季度`, `3年` */
export const paceEvery = z
  .string({ error: 'every 写多久一次，例如：every: 季度' })
  .transform((value, context) => {
    const found = /^\s*每?\s*(?<units>\d{1,2})?\s*个?\s*(?<unit>周|月|季度|半年|年)\s*$/u.exec(value)?.groups;
    const refuse = (what: string): never => {
      context.addIssue({ code: 'custom', message: what });
      return z.NEVER;
    };
    const unit = paceUnits.find((one) => one === found?.['unit']);
    if (unit === undefined) return refuse(`“${value}”看不懂，every 可以写：周、月、季度、半年、年、3年。`);
    const units = Number(found?.['units'] ?? 1);
    if (units === 0) return refuse('every 写了 0，永远轮不到，请核对。');
    if (units > mostYears) return refuse(`every 最多写 ${mostYears}年，请核对。`);
    if (units > 1 && unit !== '年')
      return refuse(`几${unit}一次还不能写，可以写：周、月、季度、半年、年、3年。`);
    return { unit, units };
  });

/** The longest period in any of the sources is five years (domain §13); the records of what was met stay as long. */
const mostYears = 5;

const monthsOf = { 月: 1, 季度: 3, 半年: 6 } as const;

function months(from: LocalDate, count: number): Period {
  return { from, until: addDays(addMonths(from, count), -1) };
}
