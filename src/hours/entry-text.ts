import type { LocalDate } from '../time/local-date.ts';
import type { CreditEntry, CreditEvent, KnownEvent } from './credit-entry.ts';

/*
 * An entry as a field of its year's hash, so short because there are some forty a person and year:
 *   7, p3                   meeting 7, paper 3
 *   rbij                    registered for 18 November in category j; rbg-bij for three days
 * and its value `<day, or first-last><half hours><+ when theory><category>`, with ` <organisation's code>` when
 * registered:
 *   bi3s                    18 November, 1.5 hours, category s
 *   bg-bi16+j A1            16 to 18 November, 8 hours of theory, category j, by A1
 * A day is its month and day, each a digit of base 36. The categories are named by their codes.
 */

/** Names the event among all of a person's year. */
export function fieldOf({ event, category, from, until }: CreditEntry): string {
  return event.kind === 'registered' ? `r${daysText(from, until)}${category}` : knownField(event);
}

export function knownField({ kind, number }: KnownEvent): string {
  return kind === 'meeting' ? String(number) : `p${number}`;
}

export function textOf({ event, category, from, until, hours, theory }: CreditEntry): string {
  const text = `${daysText(from, until)}${hours * 2}${theory ? '+' : ''}${category}`;
  return event.kind === 'registered' ? `${text} ${event.by}` : text;
}

/**
 * `undefined` for what cannot be read: it counts as not there. The figures of a whole city read some
 * hundred thousand entries, so the day is checked by the grammar alone and not by the calendar.
 */
export function readEntry(field: string, text: string, year: number): CreditEntry | undefined {
  const found = grammar.exec(text);
  if (found === null) return undefined;
  const [, first = '', last = first, halves, theory, category = '', by] = found;
  const event = eventOf(field, by);
  if (event === undefined) return undefined;
  return {
    event,
    category,
    from: dayIn(year, first),
    until: dayIn(year, last),
    hours: Number(halves) / 2,
    theory: theory === '+',
  };
}

const day = '([1-9a-c][1-9a-v])';
const grammar = new RegExp(String.raw`^${day}(?:-${day})?(\d{1,4})(\+?)(\p{L}\S*)(?: (.+))?$`, 'u');

function eventOf(field: string, by: string | undefined): CreditEvent | undefined {
  if (by !== undefined) return field.startsWith('r') ? { kind: 'registered', by } : undefined;
  const [, isPaper, number] = /^(p?)(\d{1,9})$/u.exec(field) ?? [];
  if (number === undefined) return undefined;
  return { kind: isPaper === 'p' ? 'paper' : 'meeting', number: Number(number) };
}

function daysText(from: LocalDate, until: LocalDate): string {
  return from === until ? dayText(from) : `${dayText(from)}-${dayText(until)}`;
}

function dayText(date: LocalDate): string {
  return Number(date.slice(5, 7)).toString(36) + Number(date.slice(8)).toString(36);
}

function dayIn(year: number, text: string): LocalDate {
  return `${year}-${twoDigits(text.charAt(0))}-${twoDigits(text.charAt(1))}` as LocalDate;
}

function twoDigits(digit: string): string {
  return String(Number.parseInt(digit, 36)).padStart(2, '0');
}
