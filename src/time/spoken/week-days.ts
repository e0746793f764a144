import { addDays, addMonths, monthOf, weekdayOf, type LocalDate } from '../local-date.ts';
import { weekdayWord } from '../spoken-time.ts';
import { lastDayOf, monthOfWords } from './calendar-days.ts';
import {
  clearDay,
  dayRule,
  type DayContext,
  type DayReading,
  type DayRule,
  type Groups,
} from './day-reading.ts';
import { numeral } from './numerals.ts';

/** Days named by their place in a week or a month: `下周三`, `这周五`, `最后一个周五`, `月底`. */

const which = String.raw`(?:(?<week>(?:下|上)+|这|本)\s*(?:一?个)?\s*)?`;
const weekday = String.raw`(?:周|星期|礼拜)(?<weekday>[一二三四五六日天]|[1-7](?![\d:点时]))`;
const ofMonth = String.raw`(?:(?:(?<month>${numeral})月份?|(?<relative>下下个?月|下个?月|本月|这个?月|当月))的?)?`;
/** 下周的工作 is no day: a stretch stands alone, or a time of the day follows. */
const alone = String.raw`(?=$|[\s,，。、;；:：()（）]|早|上午|中午|下午|晚|\d)`;

export const weekDays: readonly DayRule[] = [
  dayRule(
    String.raw`(?<![前后])${ofMonth}(?:(?<last>最后)一?个?|第(?<nth>[一二三四1-4])个?)(?:${weekday}|(?<workday>工作日))`,
    readOrdinal,
  ),
  dayRule(String.raw`${which}${weekday}`, readWeekday),
  dayRule(String.raw`${which}周末(?!例会)`, readWeekend),
  dayRule(String.raw`(?<week>下+|这|本)(?:一?个)?(?:周|星期|礼拜)${alone}`, readWeek),
  dayRule(
    String.raw`(?:(?:(?<year>\d{4})\s*年\s*|(?<named>今年|明年)的?)?(?<month>${numeral})|(?<relative>下下个?|下个?|本|这个?|当)?)月[底末](?:之前|以前|前)?${alone}`,
    readMonthEnd,
  ),
];

function readWeekday({ week = '', weekday: word = '' }: Groups, { today }: DayContext): DayReading {
  const day = addDays(mondayOf(today), 7 * weeksAhead(week) + weekdayNumber(word) - 1);
  if (week !== '') return clearDay(day);
  const next = addDays(day, 7);
  if (day !== today) return { dates: [day > today ? day : next], weekday: weekdayOf(day) };
  const why = `今天就是${weekdayWord(today)}，没有说是今天还是下${weekdayWord(today)}`;
  return { dates: [day, next], why, weekday: weekdayOf(day) };
}

function readWeekend({ week = '' }: Groups, { today }: DayContext): DayReading {
  const saturday = addDays(mondayOf(today), 7 * weeksAhead(week) + 5);
  const dates = [saturday, addDays(saturday, 1)].filter((date) => date >= today);
  return { dates, why: '周末没有说是周六还是周日', lastDay: addDays(saturday, 1) };
}

function readWeek({ week = '' }: Groups, { today, isWorkday }: DayContext): DayReading {
  const monday = addDays(mondayOf(today), 7 * weeksAhead(week));
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  return {
    dates: days.filter((date) => date >= today && isWorkday(date)),
    why: '没有说是星期几',
    lastDay: addDays(monday, 6),
  };
}

/** Of the month that was named, else of this one if it is still ahead, else of the next. */
function readOrdinal(groups: Groups, { today, isWorkday }: DayContext): DayReading {
  const first = monthOfWords(groups, today);
  const isNamed = groups['month'] !== '' || groups['relative'] !== '';
  const day = nthIn(first, groups, isWorkday);
  if (day !== undefined && (isNamed || day >= today)) return clearDay(day);
  const next = isNamed ? undefined : nthIn(addMonths(first, 1), groups, isWorkday);
  return next === undefined ? { dates: [], why: `${monthOf(first)}月没有这一天` } : clearDay(next);
}

/** `第一个周五`, `最后一个工作日` of the month that begins with this day. */
export function nthIn(
  first: LocalDate,
  { last = '', nth = '', weekday: word = '' }: Groups,
  isWorkday: (date: LocalDate) => boolean,
): LocalDate | undefined {
  const days: LocalDate[] = [];
  for (let day = first; day <= lastDayOf(first); day = addDays(day, 1)) {
    if (word === '' ? isWorkday(day) : weekdayOf(day) === weekdayNumber(word)) days.push(day);
  }
  return last === '' ? days[ordinalOf(nth) - 1] : days.at(-1);
}

/** The latest working days first: most do not mean the very last one when it is a Sunday. */
function readMonthEnd(groups: Groups, { today, isWorkday }: DayContext): DayReading {
  const lastDay = lastDayOf(monthOfWords(groups, today));
  const days = Array.from({ length: 10 }, (_, index) => addDays(lastDay, -index));
  const dates = days.filter((date) => date >= today && isWorkday(date)).slice(0, 3);
  return { dates, why: '没有说月底哪一天', lastDay };
}

/** The Monday of the week of a day; weeks begin with it. */
function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

function weeksAhead(words: string): number {
  return [...words].reduce((sum, word) => sum + ({ 上: -1, 下: 1 }[word as '上'] ?? 0), 0);
}

function weekdayNumber(word: string): number {
  return word === '天' ? 7 : numberOf(word, '一二三四五六日');
}

function ordinalOf(word: string): number {
  return numberOf(word, '一二三四');
}

function numberOf(word: string, words: string): number {
  return /\d/u.test(word) ? Number(word) : words.indexOf(word) + 1;
}
