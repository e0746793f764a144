import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { DutyRule } from '../library/duty-rules.ts';
import { dateWords } from '../time/spoken-time.ts';
import { localDate, yearOf, type LocalDate } from '../time/local-date.ts';

/** Throws a Refusal for what the service finds out by itself, or the roster shows. */
export function checkRegistrable({ title, record }: DutyRule): void {
  if (record === '学时') throw new Refusal(`${title}按登记的学时算，不用另外登记。发“学时 支部”看到了多少。`);
  if (record === '名册') throw new Refusal(`${title}按名册算，不用登记。名册改好，这一项就不再列出。`);
}

/** Throws a Refusal for a day that lies ahead, or longer back than is asked for. */
export function checkDoneDay(date: LocalDate, { title }: DutyRule, { today }: Turn, example: string): void {
  if (date > today) {
    throw new Refusal(`${dateWords(date, today)}还没有到，${title}办完以后再登记。${example}`);
  }
  if (date < localDate(yearOf(today) - 1, 1, 1)) throw new Refusal(`只能登记今年和去年的。${example}`);
}
