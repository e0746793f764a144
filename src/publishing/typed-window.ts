import { Refusal } from '../errors.ts';
import { quoted } from '../wording/quoted.ts';
import { daysBetween, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { readSpokenDay } from '../time/spoken/read-spoken-day.ts';

/** The first and the last day of something people may do, as an officer typed them. */
export interface TypedWindow {
  readonly from: string;
  readonly until: string;
}

/** Both days are whole ones and belong to the window. */
export interface DayWindow {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/**
 * Throws a Refusal that says what was wrong, with the example. `longestAhead`: how many days from today the
 * last one may be.
 */
export function readWindow(
  typed: TypedWindow,
  today: LocalDate,
  { longestAhead, example }: { readonly longestAhead: number; readonly example: string },
): DayWindow {
  const from = dayOf(typed.from, '开始', today, example);
  const until = dayOf(typed.until, '结束', today, example, from);
  if (from < today) throw new Refusal(`开始日期${dateWords(from, today)}已经过去了。${example}`);
  if (until < from) {
    throw new Refusal(
      `结束日期${dateWords(until, today)}比开始日期${dateWords(from, today)}早，请对调或改一改。`,
    );
  }
  if (daysBetween(today, until) > longestAhead) {
    throw new Refusal(`结束日期${dateWords(until, today)}太远了，请写 ${longestAhead} 天以内的。${example}`);
  }
  return { from, until };
}

function dayOf(
  text: string,
  which: '开始' | '结束',
  today: LocalDate,
  example: string,
  near = today,
): LocalDate {
  const day = readSpokenDay(text, today, { near });
  if (day.kind === 'day') return day.date;
  if (day.kind === 'unclear') throw new Refusal(`${which}日期${quoted(text)}：${day.why}。${example}`);
  const what = day.kind === 'noSuchDay' ? '不是日历上有的日子' : '没有看懂';
  throw new Refusal(`${which}日期${quoted(text)}${what}。${example}`);
}
