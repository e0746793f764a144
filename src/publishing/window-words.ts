import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';

/** `今天到12月10日（周四）`; of a single day `今天`. Both days belong to it. */
export function windowWords(
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
  today: LocalDate,
): string {
  if (from === until) return `${dateWords(from, today)}一天`;
  return `${dateWords(from, today)}到${dateWords(until, today)}`;
}
