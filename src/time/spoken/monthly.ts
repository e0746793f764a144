import { addDays, addMonths, dayOf, type LocalDate } from '../local-date.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import { lastDayOf } from './calendar-days.ts';
import { numeral, readNumeral } from './numerals.ts';
import { plainForm } from './plain-form.ts';
import { nthIn } from './week-days.ts';

/** A relatively fixed day of each month. */
export type Monthly =
  /** 每月15号; the last day where the month is shorter. */
  | { readonly kind: 'day'; readonly day: number }
  /** 每月第一个周五, 每月最后一个工作日. `weekday` as ISO numbers it; absent for working days. `nth` 0 is the last. */
  | { readonly kind: 'nth'; readonly nth: number; readonly weekday?: number };

const pattern = new RegExp(
  String.raw`每个?月(?:的)?\s*(?:(?<day>${numeral})\s*[日号](?:左右)?|(?<end>月?底|末|最后一天)|(?:(?<last>最后)一?个?|第(?<nth>[一二三四1-4])个?)(?:(?:周|星期|礼拜)(?<weekday>[一二三四五六日天1-7])|工作日))`,
  'u',
);

/** Finds `每月15号` and the like in a text, and gives the text without it; undefined when there is none. */
export function readMonthly(text: string): { readonly monthly: Monthly; readonly rest: string } | undefined {
  const match = pattern.exec(plainForm(text));
  if (match?.groups === undefined) return undefined;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  const { day, end, last, nth, weekday } = match.groups;
  if (end !== undefined) return { monthly: { kind: 'day', day: 31 }, rest };
  if (day !== undefined) {
    const number = readNumeral(day) ?? 0;
    return number >= 1 && number <= 31 ? { monthly: { kind: 'day', day: number }, rest } : undefined;
  }
  const place = last === undefined ? placeOf(nth ?? '', '一二三四') : 0;
  if (weekday === undefined) return { monthly: { kind: 'nth', nth: place }, rest };
  return {
    monthly: { kind: 'nth', nth: place, weekday: weekday === '天' ? 7 : placeOf(weekday, '一二三四五六日') },
    rest,
  };
}

/** `15号`, `第一个周五`, `最后一个工作日`, as it stands behind 每月. */
export function monthlyWords(monthly: Monthly): string {
  if (monthly.kind === 'day') return monthly.day === 31 ? '最后一天' : `${monthly.day}号`;
  const which = monthly.nth === 0 ? '最后一个' : `第${'一二三四'.charAt(monthly.nth - 1)}个`;
  return (
    which + (monthly.weekday === undefined ? '工作日' : `周${'一二三四五六日'.charAt(monthly.weekday - 1)}`)
  );
}

/**
 * The day in the month that begins with `first`. One that falls on a day off is put off to the next working
 * day, as people are used to (遇节假日顺延), but not out of the month: then it is the working day before, so
 * that every month has its own (支部工作条例 art. 16).
 */
export function monthlyDay(
  monthly: Monthly,
  first: LocalDate,
  calendar: Pick<WorkCalendar, 'isWorkday' | 'nextWorkday' | 'previousWorkday'>,
): LocalDate {
  const meant = namedDay(monthly, first, calendar);
  if (calendar.isWorkday(meant)) return meant;
  const next = calendar.nextWorkday(meant);
  return next < addMonths(first, 1) ? next : calendar.previousWorkday(meant);
}

function namedDay(
  monthly: Monthly,
  first: LocalDate,
  { isWorkday }: Pick<WorkCalendar, 'isWorkday'>,
): LocalDate {
  const end = lastDayOf(first);
  if (monthly.kind === 'day') return addDays(first, Math.min(monthly.day, dayOf(end)) - 1);
  const { nth, weekday } = monthly;
  const words = {
    last: nth === 0 ? '最后' : '',
    nth: String(nth),
    weekday: weekday === undefined ? '' : String(weekday),
  };
  return nthIn(first, words, isWorkday) ?? end;
}

function placeOf(word: string, words: string): number {
  return /\d/u.test(word) ? Number(word) : words.indexOf(word) + 1;
}
