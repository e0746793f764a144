import { Refusal } from '../errors.ts';
import type { FlowField } from '../library/flow.ts';
import { quoted } from '../wording/quoted.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { readSpokenDay, readSpokenDeadline } from '../time/spoken/read-spoken-day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { CaseValues } from './case.ts';
import { dayOfRule } from './deadlines.ts';
import { refusePrivateText } from './private-text.ts';

/** What was typed for the fields of an action: everything, or the first that is still missing. */
export type ReadValues = { readonly kind: 'complete'; readonly values: CaseValues } | MissingField;

export interface MissingField {
  readonly kind: 'missing';
  readonly field: FlowField;
  /** What divides it from what was typed. */
  readonly separator: ' ' | '；';
}

/** What the reading of fields needs to know besides. */
export interface ValueReading {
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  /** What the case holds already. */
  readonly known: CaseValues;
  readonly never: readonly string[];
  /** A correct line. */
  readonly example: string;
}

/**
 * Reads fields out of what was typed: one word for each, the rest of the line for a text, several texts
 * divided by `；`. A day that may be left out is today's when it was. Throws a Refusal when a word does not
 * fit.
 */
export function readValues(words: string, fields: readonly FlowField[], reading: ValueReading): ReadValues {
  let rest = words.trim();
  const values: Record<string, string> = {};

  for (const [index, field] of fields.entries()) {
    const word = nextWord(rest, field, index === fields.length - 1);
    if (field.optional && (word === '' || isOtherThing(field, word, reading))) {
      if (field.kind === 'date' && field.when === 'past') values[field.label] = reading.today;
      continue;
    }
    if (word === '') {
      return { kind: 'missing', field, separator: fields[index - 1]?.kind === 'text' ? '；' : ' ' };
    }
    rest = rest.slice(word.length).replace(/^[；;\s]+/u, '');
    const known = { ...reading.known, ...values };
    values[field.label] = valueOf(field, word.trim(), { ...reading, known });
  }
  if (rest !== '') throw new Refusal(`${quoted(rest)}是多出来的，所以没有记下。例如：${reading.example}`);
  return { kind: 'complete', values };
}

/** The stretch of the line that belongs to a field. */
function nextWord(rest: string, { kind }: FlowField, isLast: boolean): string {
  const end = kind !== 'text' ? /\s|$/u : isLast ? /$/u : /[；;\n]|$/u;
  return rest.slice(0, end.exec(rest)?.index ?? rest.length);
}

/** A day that may be left out is left out when what stands in its place is no day. */
function isOtherThing({ kind }: FlowField, word: string, { today, calendar }: ValueReading): boolean {
  return kind === 'date' && readSpokenDay(word, today, { calendar }).kind === 'notADay';
}

/** Throws a Refusal that says what the field wants. */
function valueOf(field: FlowField, word: string, reading: ValueReading): string {
  const refuse = (why: string): never => {
    throw new Refusal(`${why}例如：${reading.example}`);
  };
  switch (field.kind) {
    case 'text': {
      refusePrivateText(word, reading.never);
      const length = [...word].length;
      if (length > field.most) refuse(`${field.label}有 ${length} 个字，最多 ${field.most} 个，请缩短。`);
      return word;
    }
    case 'date':
      return dayOf(field, word, reading, refuse);
    case 'choice': {
      const choice = field.choices.find((one) => one === word.normalize('NFKC'));
      return (
        choice ?? refuse(`${field.label}没有${quoted(word)}这一项，可以选：${field.choices.join('、')}。`)
      );
    }
    case 'number':
    case 'count':
      return numberOf(field, word, refuse);
  }
}

/** In days. What is farther off is a slip in the year: extended probation ends three years ahead at most. */
const farthestAhead = 3 * 366;
const farthestBack = 10 * 366;

function dayOf(
  { label, when, between }: Extract<FlowField, { kind: 'date' }>,
  word: string,
  { today, calendar, known }: ValueReading,
  refuse: (why: string) => never,
): LocalDate {
  const read = when === 'future' ? readSpokenDeadline : readSpokenDay;
  const day = read(word, today, { calendar });
  if (day.kind === 'notADay') return refuse(`没有看懂${label}是哪一天：${quoted(word)}。`);
  if (day.kind === 'noSuchDay') return refuse(`${label}${quoted(word)}不是日历上有的日子。`);
  if (day.kind === 'unclear') return refuse(`${label}${quoted(word)}：${day.why}。`);
  const { date } = day;
  const said = dateWords(date, today);
  if (when === 'future' && date < today) refuse(`${label}${said}已经过去了。`);
  if (when === 'past' && date > today) refuse(`${label}${said}还没有到。`);
  if (date > addDays(today, farthestAhead)) refuse(`${label}${said}太远了，请核对年份。`);
  if (date < addDays(today, -farthestBack)) refuse(`${label}${said}太早了，请核对年份。`);
  const from = between && dayOfRule(between.from, known, today, calendar);
  const until = between && dayOfRule(between.until, known, today, calendar);
  if (from !== undefined && until !== undefined && (date < from || date > until)) {
    refuse(`${label}在${dateWords(from, today)}到${dateWords(until, today)}之间，${said}不在里面。`);
  }
  return date;
}

function numberOf(
  { kind, label, least, most }: Extract<FlowField, { kind: 'number' | 'count' }>,
  word: string,
  refuse: (why: string) => never,
): string {
  const digits = word.normalize('NFKC').replace(/[人名票分个]$/u, '');
  const form = kind === 'count' ? /^\d{1,6}$/u : /^\d{1,6}(?:\.\d)?$/u;
  if (!form.test(digits)) return refuse(`${label}要写数字，${quoted(word)}没有看懂。`);
  if (Number(digits) < least || Number(digits) > most) refuse(`${label}在 ${least} 到 ${most} 之间。`);
  return String(Number(digits));
}
