import type { LocalDate } from '../time/local-date.ts';
import { missingCalendarYears, type Library } from './library.ts';

/**
 * What is known of the days off, as content check, doctor and the December reminder say it:
 * `2026、2027（调休未知），还缺 2027 年的放假通知`.
 */
export function calendarWords(library: Library, today: LocalDate): string {
  const years = library.calendars.map(({ year, basis }) =>
    basis.kind === 'notice' ? `${year}` : `${year}（调休未知）`,
  );
  const missing = missingCalendarYears(library, today);
  return [
    years.length === 0 ? '一年也没有' : years.join('、'),
    ...(missing.length === 0 ? [] : [missingNoticeWords(missing)]),
  ].join('，');
}

/** `还缺 2027 年的放假通知`; the days the law names are known without it, make-up days are not. */
export function missingNoticeWords(years: readonly number[]): string {
  return `还缺 ${years.join('、')} 年的放假通知`;
}
