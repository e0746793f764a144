import type { LocalDate } from '../time/local-date.ts';
import type { CreditEntry, CreditEvent, KnownEvent } from './credit-entry.ts';

/*
 * An entry as a field of its year's hash:
 *   m7, p3                  meeting 7, paper 3
 *   1118集中培训            registered for 18 November; 1116-1118集中培训 for three days
 * and its value `<day, or first-last> <hours> <t or -> <category>`, with ` <organisation's code>` when
 * registered: some 30 bytes, so that Redis keeps the hash in its dense encoding (values below 64 bytes).
 */

/** Names the event among all of a person's year. */
export function fieldOf({ event, category, from, until }: CreditEntry): string {
  return event.kind === 'registered' ? `${daysText(from, until)}${category}` : knownField(event);
}

export function knownField({ kind, number }: KnownEvent): string {
  return `${kind === 'meeting' ? 'm' : 'p'}${number}`;
}

export function textOf({ event, category, from, until, hours, theory }: CreditEntry): string {
  const parts = [daysText(from, until), hours, theory ? 't' : '-', category];
  return (event.kind === 'registered' ? [...parts, event.by] : parts).join(' ');
}

/**
 * `undefined` for what cannot be read: it counts as not there. The figures of a whole city read some
 * hundred thousand entries, so the day is checked by the grammar alone and not by the calendar.
 */
export function readEntry(field: string, text: string, year: number): CreditEntry | undefined {
  const found = grammar.exec(text);
  if (found === null) return undefined;
  const [, first = '', last = first, hours, theory, category = '', by] = found;
  const event = eventOf(field, by);
  if (event === undefined) return undefined;
  return {
    event,
    category,
    from: dayIn(year, first),
    until: dayIn(year, last),
    hours: Number(hours),
    theory: theory === 't',
  };
}

const day = String.raw`((?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))`;
const grammar = new RegExp(String.raw`^${day}(?:-${day})? (\d+(?:\.5)?) ([t-]) (\S+)(?: (.+))?$`, 'u');

function eventOf(field: string, by: string | undefined): CreditEvent | undefined {
  if (by !== undefined) return { kind: 'registered', by };
  const kind = field.startsWith('m') ? 'meeting' : 'paper';
  const number = Number(field.slice(1));
  return /^[mp]\d+$/u.test(field) ? { kind, number } : undefined;
}

function daysText(from: LocalDate, until: LocalDate): string {
  return from === until ? dayText(from) : `${dayText(from)}-${dayText(until)}`;
}

/** `1118` */
function dayText(date: LocalDate): string {
  return date.slice(5).replace('-', '');
}

function dayIn(year: number, text: string): LocalDate {
  return `${year}-${text.slice(0, 2)}-${text.slice(2)}` as LocalDate;
}
