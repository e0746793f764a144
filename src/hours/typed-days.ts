import { Refusal } from '../errors.ts';
import { quoted } from '../wording/quoted.ts';
import { daysBetween, localDate, monthOf, yearOf, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { isDayWord } from '../time/spoken/is-day-word.ts';
import { readSpokenDay, type SpokenDay } from '../time/spoken/read-spoken-day.ts';

/** The first and the last day of an event, the same for most. */
export interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** `11-16至11-18` */
const between = /[至到~—]/u;

/** Far longer than the courses there are (some ten days, mechanisms S1-14); more is a slip in a date. */
const longestEvent = 31;

/**
 * The days of an event that is over: `11-18`, `昨天`, `11-16至11-18`, `11月16日至18日`. Throws a Refusal,
 * followed by `example`, for days that do not exist, lie ahead, or lie too far back to be kept.
 */
export function readDays(text: string, today: LocalDate, example: string): Days {
  const [first = '', last, surplus] = text.normalize('NFKC').split(between);
  const refuse = (why: string): never => {
    throw new Refusal(`${why}${example}`);
  };
  if (surplus !== undefined) refuse(`没有看懂是哪几天：${quoted(text)}。`);
  const from = dayOf(first, readPastDay(first, today), refuse);
  const until =
    last === undefined
      ? from
      : dayOf(last, readSpokenDay(withMonth(last, from), today, { near: from }), refuse);

  if (until < from) refuse(`${quoted(text)}里，最后一天比第一天还早。`);
  if (until > today) refuse(`${dateWords(until, today)}还没有到，活动结束以后再记。`);
  if (yearOf(from) < yearOf(today) - 1) refuse('只能记今年和去年的学时。');
  if (yearOf(from) !== yearOf(until)) refuse('学时按自然年记，跨年的活动请分两次写。');
  if (daysBetween(from, until) >= longestEvent) refuse(`一次最多记 ${longestEvent} 天的活动，请分几次写。`);
  return { from, until };
}

/** Whether a word is meant as the day or the days of an event. */
export function isDaysWord(word: string): boolean {
  return word.normalize('NFKC').split(between).every(isDayWord);
}

/** How days are typed so that they are understood as these: `11-18`, `11-16至11-18`, `2025-11-18`. */
export function daysTyped({ from, until }: Days, today: LocalDate): string {
  const days = daysInShort({ from, until });
  return yearOf(from) === yearOf(today) ? days : `${yearOf(from)}-${days}`;
}

/** `11-18`, `11-16至11-18`, where the year is clear. */
export function daysInShort({ from, until }: Days): string {
  return from === until ? from.slice(5) : `${from.slice(5)}至${until.slice(5)}`;
}

/** How days are said: `11月18日（周三）`. */
export function daysWords({ from, until }: Days, today: LocalDate): string {
  const first = dateWords(from, today);
  return from === until ? first : `${first}至${dateWords(until, today)}`;
}

/**
 * Without a year a day is the nearest one, but never next year's: in November `01-05` is January's of this
 * year, and in January `12-28` is December's of last year.
 */
function readPastDay(text: string, today: LocalDate): SpokenDay {
  const nearest = readSpokenDay(text, today);
  const isAhead = nearest.kind === 'day' && yearOf(nearest.date) > yearOf(today);
  return isAhead ? readSpokenDay(text, today, { near: localDate(yearOf(today), 7, 1) }) : nearest;
}

function dayOf(text: string, day: SpokenDay, refuse: (why: string) => never): LocalDate {
  if (day.kind === 'notADay') return refuse(`没有看懂是哪一天：${quoted(text)}。`);
  if (day.kind === 'unclear') return refuse(`${day.why}。`);
  if (day.kind === 'noSuchDay') return refuse(`日历上没有${quoted(text)}这一天。`);
  return day.date;
}

/** `18日` after `11月16日` is in the same month. */
function withMonth(text: string, from: LocalDate): string {
  const day = /^\s*(\d{1,2})[日号]?\s*$/u.exec(text)?.[1];
  return day === undefined ? text : `${yearOf(from)}-${monthOf(from)}-${day}`;
}
