import { Refusal } from '../errors.ts';
import type { FlowField } from '../library/flow.ts';
import { quoted } from '../roster/quoted.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { readSpokenDay, readSpokenDeadline } from '../time/spoken/read-spoken-day.ts';
import type { CaseValues } from './case.ts';
import { refusePrivateText } from './private-text.ts';

/** What was typed for the fields of an action: everything, or the first that is still missing. */
export type ReadValues = { readonly kind: 'complete'; readonly values: CaseValues } | MissingField;

export interface MissingField {
  readonly kind: 'missing';
  readonly field: FlowField;
  /** What divides it from what was typed. */
  readonly separator: ' ' | '；';
}

/**
 * Reads fields out of what was typed: one word for each, the rest of the line for a text, several texts
 * divided by `；`. Throws a Refusal when a word does not fit; `example` is a correct line.
 */
export function readValues(
  words: string,
  fields: readonly FlowField[],
  {
    today,
    never,
    example,
  }: { readonly today: LocalDate; readonly never: readonly string[]; readonly example: string },
): ReadValues {
  let rest = words.trim();
  const values: Record<string, string> = {};
  const isLastText = (index: number): boolean => fields.slice(index + 1).length === 0;

  for (const [index, field] of fields.entries()) {
    if (rest === '') {
      if (!field.optional) {
        return { kind: 'missing', field, separator: fields[index - 1]?.kind === 'text' ? '；' : ' ' };
      }
      // An optional day that was not said is today's.
      if (field.kind === 'date' && field.when === 'past') values[field.label] = today;
      continue;
    }
    const end = field.kind !== 'text' ? /\s|$/u : isLastText(index) ? /$/u : /[；;\n]|$/u;
    const length = end.exec(rest)?.index ?? rest.length;
    const word = rest.slice(0, length).trim();
    rest = rest.slice(length).replace(/^[；;\s]+/u, '');
    values[field.label] = valueOf(field, word, { today, never, example });
  }
  if (rest !== '') throw new Refusal(`${quoted(rest)}是多出来的，所以没有记下。例如：${example}`);
  return { kind: 'complete', values };
}

interface Reading {
  readonly today: LocalDate;
  readonly never: readonly string[];
  readonly example: string;
}

/** Throws a Refusal that says what the field wants. */
function valueOf(field: FlowField, word: string, reading: Reading): string {
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
      return dayOf(field, word, reading.today, refuse);
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

/** A year from now is far enough for a deadline, three years back for what was done long ago. */
const farthestAhead = 3 * 366;
const farthestBack = 10 * 366;

function dayOf(
  { label, when }: Extract<FlowField, { kind: 'date' }>,
  word: string,
  today: LocalDate,
  refuse: (why: string) => never,
): LocalDate {
  const day = when === 'future' ? readSpokenDeadline(word, today) : readSpokenDay(word, today);
  if (day.kind === 'notADay') return refuse(`没有看懂${label}是哪一天：${quoted(word)}。`);
  if (day.kind === 'noSuchDay') return refuse(`${label}${quoted(word)}不是日历上有的日子。`);
  if (day.kind === 'unclear') return refuse(`${label}${quoted(word)}：${day.why}。`);
  const { date } = day;
  if (when === 'future' && date < today) refuse(`${label}${dateWords(date, today)}已经过去了。`);
  if (when === 'past' && date > today) refuse(`${label}${dateWords(date, today)}还没有到。`);
  if (date > addDays(today, farthestAhead)) refuse(`${label}${dateWords(date, today)}太远了，请核对年份。`);
  if (date < addDays(today, -farthestBack)) refuse(`${label}${dateWords(date, today)}太早了，请核对年份。`);
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
