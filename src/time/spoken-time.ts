import { addDays, dayOf, monthOf, weekdayOf, yearOf, type LocalDate } from './local-date.ts';
import type { LocalMoment } from './local-moment.ts';

/**
 * Times as people say them (dialogues.md, rule 6). "Now" is an argument throughout, because what today
 * and tomorrow mean depends on it.
 */

/** `9:00`, `15:20`. */
export function timeWords(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** `09:00`, `15:20`: as tables and time marks show it. */
export function clockWords(minute: number): string {
  return timeWords(minute).padStart(5, '0');
}

/** `周三` */
export function weekdayWord(date: LocalDate): string {
  return `周${['一', '二', '三', '四', '五', '六', '日'][weekdayOf(date) - 1]}`;
}

/** `今天`, `明天（周六）`, `11月25日（周三）`, `2027年1月5日（周二）` in another year than today's. */
export function dateWords(date: LocalDate, today: LocalDate): string {
  if (date === today) return '今天';
  if (date === addDays(today, 1)) return `明天（${weekdayWord(date)}）`;
  if (date === addDays(today, -1)) return `昨天（${weekdayWord(date)}）`;
  return `${calendarWords(date, today)}（${weekdayWord(date)}）`;
}

/** `今天 15:00`, `明天（周六）9:00`, `11月25日（周三）15:00`. */
export function momentWords(moment: LocalMoment, today: LocalDate): string {
  const date = dateWords(moment.date, today);
  // A closing bracket separates well enough.
  return `${date}${date.endsWith('）') ? '' : ' '}${timeWords(moment.minute)}`;
}

/** `11月20日 周五`, for places that are in brackets already; the year when it is not today's. */
export function plainDateWords(date: LocalDate, today: LocalDate): string {
  return `${calendarWords(date, today)} ${weekdayWord(date)}`;
}

/** `11月25日 周三 15:00`, for places that are in brackets already. */
export function plainMomentWords(moment: LocalMoment, today: LocalDate): string {
  return `${plainDateWords(moment.date, today)} ${timeWords(moment.minute)}`;
}

/** The cut-off every figure carries (dialogues.md, rule 2): `截至 15:20`, on another day `截至 11月19日 15:20`. */
export function cutOffWords(moment: LocalMoment, today: LocalDate): string {
  const time = timeWords(moment.minute);
  return moment.date === today ? `截至 ${time}` : `截至 ${calendarWords(moment.date, today)} ${time}`;
}

/** The same of now: `截至 15:20`. */
export function cutOffNow({ minute }: { readonly minute: number }): string {
  return `截至 ${timeWords(minute)}`;
}

/** `截至 11月20日`, for figures that are counted by the day. */
export function cutOffDateWords(date: LocalDate, today: LocalDate): string {
  return `截至 ${calendarWords(date, today)}`;
}

/** `11-20 08:41`, the shortest form, for the caption of a button that was tapped. */
export function stampWords(moment: LocalMoment): string {
  return `${moment.date.slice(5)} ${clockWords(moment.minute)}`;
}

/** `11月25日`, with the year in front when it is not today's. */
export function calendarWords(date: LocalDate, today: LocalDate): string {
  const year = yearOf(date) === yearOf(today) ? '' : `${yearOf(date)}年`;
  return `${year}${monthOf(date)}月${dayOf(date)}日`;
}
