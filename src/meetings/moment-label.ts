import { addDays, dayOf, daysBetween, monthOf, yearOf, type LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { timeWords, weekdayWord } from '../time/spoken-time.ts';

/**
 * A moment as people type it: `今天 15:00`, `周一 15:00` of the next six days, `12月1日 9:00`, with its year where
 * another could be meant.
 */
export function momentLabel({ date, minute }: LocalMoment, today: LocalDate): string {
  const year = Math.abs(daysBetween(today, date)) > halfAYear ? `${yearOf(date)}年` : '';
  return `${year}${dayLabel(date, today)} ${timeWords(minute)}`;
}

/** The same on a button, which shows ten characters (protocol §4.3): `12月31日15点半`, at worst `31日15:45`. */
export function momentButton({ date, minute }: LocalMoment, today: LocalDate): string {
  const day = dayLabel(date, today);
  const label = `${day} ${timeWords(minute)}`;
  if ([...label].length <= mostOnButton) return label;
  const [hour = '', minutes = ''] = timeWords(minute).split(':');
  const time = { '00': '点', '30': '点半' }[minutes];
  return time === undefined ? `${dayOf(date)}日${hour}:${minutes}` : `${day}${hour}${time}`;
}

const mostOnButton = 10;

/** In days: a day without a year is the nearest one. */
const halfAYear = 180;

function dayLabel(date: LocalDate, today: LocalDate): string {
  if (date === today) return '今天';
  if (date === addDays(today, 1)) return '明天';
  const days = daysBetween(today, date);
  return days > 0 && days < 7 ? weekdayWord(date) : `${monthOf(date)}月${dayOf(date)}日`;
}
