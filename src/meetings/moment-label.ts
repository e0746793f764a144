import { addDays, dayOf, daysBetween, monthOf, type LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { timeWords, weekdayWord } from '../time/spoken-time.ts';

/** A moment as people type it: `今天 15:00`, `明天 15:00`, `周一 15:00` of the next six days, `12月1日 9:00`. */
export function momentLabel(moment: LocalMoment, today: LocalDate): string {
  return `${dayLabel(moment.date, today)} ${timeWords(moment.minute)}`;
}

/** The same on a button, which shows ten characters (protocol §4.3): `12月31日15点半`, at worst `31日15:45`. */
export function momentButton(moment: LocalMoment, today: LocalDate): string {
  const label = momentLabel(moment, today);
  if ([...label].length <= mostOnButton) return label;
  const [hour = '', minutes = ''] = timeWords(moment.minute).split(':');
  const time = { '00': '点', '30': '点半' }[minutes];
  return time === undefined
    ? `${dayOf(moment.date)}日${hour}:${minutes}`
    : `${dayLabel(moment.date, today)}${hour}${time}`;
}

const mostOnButton = 10;

function dayLabel(date: LocalDate, today: LocalDate): string {
  if (date === today) return '今天';
  if (date === addDays(today, 1)) return '明天';
  const days = daysBetween(today, date);
  return days > 0 && days < 7 ? weekdayWord(date) : `${monthOf(date)}月${dayOf(date)}日`;
}
