import {
  addDays,
  addMonths,
  daysBetween,
  localDate,
  monthOf,
  yearOf,
  type LocalDate,
} from '../local-date.ts';
import { clearDay, dayRule, type DayReading, type DayRule } from './day-reading.ts';
import { numeral, readNumeral } from './numerals.ts';

/** Days named by their number in the calendar: `12-01`, `12月1日`, `2026.12.1`, `下个月5号`, `25号`. */

/** 3.5小时, 9-11点, 3-2会议室 and 12.1万 are no days. */
const noDay = String.raw`(?!\d|\s*(?:[:%]|点|时|个?小时|分|万|亿|元|米|层|楼|栋|幢|单元|室|会议室|房|厅|教室|人|[-/.]\d))`;

/** 25号楼 is a house, 3日内 a stretch of time, 一号文件 a paper. */
const noBareDay = String.raw`(?!\s*(?:楼|院|馆|厅|室|会议|门|桌|线|厂|地块|文|令|公报|通知|选手|议题|内|均|子|间|常|记|程|月))`;

const month = String.raw`(?:(?<month>${numeral})月份?|(?<relative>下下个?月|下个?月|本月|这个?月|当月)(?:的|份)?)`;

export const calendarDays: readonly DayRule[] = [
  dayRule(String.raw`(?<year>20\d\d)(?<month>[01]\d)(?<day>[0-3]\d)(?!\d)`, readDate),
  dayRule(
    String.raw`(?:(?<year>\d{4})\s*[-/.年]\s*|(?<short>\d{2})年\s*|(?<named>今年|明年|去年)(?:的)?)?(?<month>1[0-2]|0?[1-9])\s*[-/.]\s*(?<day>3[01]|[12]\d|0?[1-9])(?:日|号)?${noDay}`,
    readDate,
  ),
  dayRule(
    String.raw`(?:(?<year>\d{4})\s*年\s*|(?<short>\d{2})年\s*|(?<named>今年|明年|去年)(?:的)?)?(?<month>${numeral})\s*月\s*(?:份)?\s*(?<day>${numeral})(?:\s*[日号](?!线|楼|院|文|令|内)|(?![\d:点时]))`,
    readDate,
  ),
  dayRule(
    String.raw`(?<relative>下下个?月|下个?月|本月|这个?月|当月)(?:的)?\s*(?<day>${numeral})\s*[日号]`,
    readDayOfMonth,
  ),
  dayRule(String.raw`${month}(?:的)?最后一天`, (groups, { today }) =>
    clearDay(lastDayOf(monthOfWords(groups, today))),
  ),
  dayRule(String.raw`(?<day>${numeral})\s*[日号]${noBareDay}`, readBareDay),
];

/** The first of a month that was named, with its year or without, or of this one. */
export function monthOfWords(
  { year = '', named = '', month: number = '', relative = '' }: Readonly<Record<string, string>>,
  today: LocalDate,
): LocalDate {
  const first = localDate(yearOf(today), monthOf(today), 1);
  if (number !== '') {
    const ahead = (readNumeral(number) ?? 0) - monthOf(today);
    if (year !== '' || named !== '') {
      const given = year === '' ? namedYear(named, today) : Number(year);
      return addMonths(first, 12 * (given - yearOf(today)) + ahead);
    }
    return addMonths(first, ahead < 0 ? ahead + 12 : ahead);
  }
  return addMonths(first, [...relative.matchAll(/下/gu)].length);
}

export function lastDayOf(first: LocalDate): LocalDate {
  return addDays(addMonths(first, 1), -1);
}

function readDate(
  {
    year = '',
    short = '',
    named = '',
    month: monthText = '',
    day: dayText = '',
  }: Readonly<Record<string, string>>,
  { today, near }: { readonly today: LocalDate; readonly near: LocalDate },
): DayReading {
  const [monthNumber, day] = [readNumeral(monthText) ?? 0, readNumeral(dayText) ?? 0];
  const given =
    year !== ''
      ? Number(year)
      : short !== ''
        ? 2000 + Number(short)
        : named === ''
          ? undefined
          : namedYear(named, today);
  const years = given === undefined ? [-1, 0, 1].map((step) => yearOf(near) + step) : [given];
  const days = years.flatMap((one) => dayWith(one, monthNumber, day) ?? []);
  const nearest = nearestTo(near, days);
  if (nearest !== undefined) return clearDay(nearest);
  const ends = years.flatMap((one) => dayWith(one, monthNumber, 1) ?? []).map(lastDayOf);
  const end = nearestTo(near, ends);
  return {
    dates: [],
    why: `${given === undefined ? '' : `${given}年`}没有${monthNumber}月${day}日这一天`,
    ...(end === undefined || day > 31 ? {} : { instead: [end, addDays(end, 1)] }),
  };
}

function nearestTo(near: LocalDate, days: readonly LocalDate[]): LocalDate | undefined {
  const distance = (date: LocalDate): number => Math.abs(daysBetween(near, date));
  return days.toSorted((a, b) => distance(a) - distance(b))[0];
}

function namedYear(word: string, today: LocalDate): number {
  return yearOf(today) + { 去年: -1, 今年: 0, 明年: 1 }[word as '今年'];
}

function readDayOfMonth(
  groups: Readonly<Record<string, string>>,
  { today }: { readonly today: LocalDate },
): DayReading {
  const first = monthOfWords(groups, today);
  const day = readNumeral(groups['day'] ?? '') ?? 0;
  const date = dayWith(yearOf(first), monthOf(first), day);
  return date === undefined ? noSuchDay(first, day) : clearDay(date);
}

/** 25号 lies ahead: this month's, else the next one's. */
function readBareDay(
  { day: dayText = '' }: Readonly<Record<string, string>>,
  { today }: { readonly today: LocalDate },
): DayReading {
  const day = readNumeral(dayText) ?? 0;
  const here = monthOfWords({}, today);
  const own = dayWith(yearOf(here), monthOf(here), day);
  if (own === undefined) return noSuchDay(here, day);
  if (own >= today) return clearDay(own);
  const next = addMonths(here, 1);
  const later = dayWith(yearOf(next), monthOf(next), day);
  return later === undefined ? noSuchDay(next, day) : clearDay(later);
}

function noSuchDay(first: LocalDate, day: number): DayReading {
  const why = `${monthOf(first)}月没有${day}号`;
  const last = lastDayOf(first);
  return day > 31 ? { dates: [], why } : { dates: [], why, instead: [last, addDays(last, 1)] };
}

function dayWith(year: number, monthNumber: number, day: number): LocalDate | undefined {
  try {
    return localDate(year, monthNumber, day);
  } catch {
    return undefined;
  }
}
