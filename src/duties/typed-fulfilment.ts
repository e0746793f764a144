import { Refusal } from '../errors.ts';
import { quoted } from '../wording/quoted.ts';
import { addMonths, localDate, yearOf, type LocalDate } from '../time/local-date.ts';
import { readSpokenDay, type SpokenDay } from '../time/spoken/read-spoken-day.ts';

/** `主题党日 11-18 @机关一支部`, `组织生活会 通知为准 2027-03-31`: its words, in whatever order they were typed. */
export interface TypedFulfilment {
  /** What is left when the others are taken out. */
  readonly duty: string;
  readonly day: string | undefined;
  /** Without its mark. */
  readonly organisation: string | undefined;
  readonly byNotice: boolean;
}

export function readFulfilmentWords(typed: string, today: LocalDate): TypedFulfilment {
  const words = typed.split(/\s+/u).filter((word) => word !== '');
  const organisation = words.find((word) => /^[@＠]/u.test(word));
  const notice = words.find((word) => /^(?:以)?通知为准$/u.test(word));
  const day = words.findLast((word) => readSpokenDay(word, today).kind !== 'notADay');
  const rest = words.filter((word) => word !== organisation && word !== notice && word !== day);
  return {
    duty: rest.join(' '),
    day,
    organisation: organisation?.slice(1),
    byNotice: notice !== undefined,
  };
}

/**
 * The day of something that was done. Without a year it is the nearest one, but never next year's: in
 * November `01-05` is January's of this year, in January `12-28` last December's. Throws a Refusal,
 * followed by `example`.
 */
export function readDoneDay(text: string, today: LocalDate, example: string): LocalDate {
  const nearest = dayOf(text, readSpokenDay(text, today), example);
  if (yearOf(nearest) <= yearOf(today)) return nearest;
  return dayOf(text, readSpokenDay(text, today, { near: localDate(yearOf(today), 7, 1) }), example);
}

/** A day that lies ahead: in November `03-31` is next year's. Throws a Refusal, followed by `example`. */
export function readComingDay(text: string, today: LocalDate, example: string): LocalDate {
  return dayOf(text, readSpokenDay(text, today, { near: addMonths(today, 6) }), example);
}

function dayOf(text: string, day: SpokenDay, example: string): LocalDate {
  if (day.kind === 'day') return day.date;
  if (day.kind === 'unclear') throw new Refusal(`${day.why}。${example}`);
  throw new Refusal(`日历上没有${quoted(text)}这一天。${example}`);
}
