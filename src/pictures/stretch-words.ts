import { dayOf, monthOf, yearOf, type LocalDate } from '../time/local-date.ts';
import { timeWords, weekdayWord } from '../time/spoken-time.ts';

/** `11月16日至22日`, `11月30日至12月6日`. */
export function stretchWords(from: LocalDate, until: LocalDate): string {
  const end = monthOf(from) === monthOf(until) ? `${dayOf(until)}日` : dayWords(until);
  return from === until ? dayWords(from) : `${dayWords(from)}至${end}`;
}

/** `截至 2026年11月20日（周五）15:20`: pictures are kept for years. `minute` of the day. */
export function fullCutOffWords(date: LocalDate, minute: number): string {
  return `截至 ${yearOf(date)}年${dayWords(date)}（${weekdayWord(date)}）${timeWords(minute)}`;
}

function dayWords(date: LocalDate): string {
  return `${monthOf(date)}月${dayOf(date)}日`;
}
