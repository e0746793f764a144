import { daysBetween, type LocalDate } from '../time/local-date.ts';
import { calendarWords, dateWords } from '../time/spoken-time.ts';

/** `12月1日（周二）前`, `今天以内`, `已过 2 天`; empty without a deadline. */
export function deadlineWords(deadline: LocalDate | undefined, today: LocalDate): string {
  if (deadline === undefined) return '';
  return nearWords(deadline, today) ?? `${dateWords(deadline, today)}前`;
}

/** The same in a list, where a line has to be short: `12月1日前`. */
export function shortDeadlineWords(deadline: LocalDate | undefined, today: LocalDate): string {
  if (deadline === undefined) return '';
  return nearWords(deadline, today) ?? `${calendarWords(deadline, today)}前`;
}

function nearWords(deadline: LocalDate, today: LocalDate): string | undefined {
  const late = daysBetween(deadline, today);
  if (late === 0) return '今天以内';
  return late > 0 ? `已过 ${late} 天` : undefined;
}
