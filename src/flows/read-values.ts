import { Refusal } from '../errors.ts';
import type { FlowField } from '../library/flow.ts';
import { quoted } from '../wording/quoted.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CaseValues } from './case.ts';
import { isDay, unclearDay } from './field-day.ts';
import type { FieldReading } from './field-reading.ts';
import { fieldValue } from './field-value.ts';

/** What was typed for the fields of an action: everything, or what has to be asked back first. */
export type ReadValues = { readonly kind: 'complete'; readonly values: CaseValues } | OpenField;

export type OpenField = MissingField | UnclearField;

export interface MissingField {
  readonly kind: 'missing';
  readonly field: FlowField;
  /** What divides it from what was typed. */
  readonly separator: ' ' | '；';
}

/** A day that may be one of several. */
export interface UnclearField {
  readonly kind: 'unclear';
  readonly field: FlowField;
  /** Without a full stop. */
  readonly why: string;
  /** The likeliest first; each with the whole line that means it. */
  readonly choices: readonly { readonly date: LocalDate; readonly line: string }[];
}

/** What the reading of fields needs to know besides. */
export interface ValueReading extends FieldReading {
  /** What was typed before the fields: `交办 张三`. An example goes on with the person's own words. */
  readonly line: string;
}

/**
 * Reads fields out of what was typed: one word for each, the rest of the line for a text, several texts
 * divided by `；`. A day that may be left out is today's when it was. Throws a Refusal when a word does not
 * fit, with a correct line.
 */
export function readValues(words: string, fields: readonly FlowField[], reading: ValueReading): ReadValues {
  const typed = words.trim();
  let rest = typed;
  let right = reading.line;
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
    const left = rest.slice(word.length).replace(/^[；;\s]+/u, '');
    const isLeftOut = isOtherThing(field, word, reading);
    const example = [right, exampleWord(field), isLeftOut ? rest : left]
      .filter((part) => part !== '')
      .join(' ');
    const known = { ...reading, known: { ...reading.known, ...values } };
    const unclear = field.kind === 'date' ? unclearDay(field, word, known) : undefined;
    if (unclear !== undefined) {
      const before = `${reading.line} ${typed.slice(0, typed.length - rest.length)}`;
      const behind = rest.slice(word.length);
      const choices = unclear.dates.map((date) => ({ date, line: `${before}${date}${behind}` }));
      return { kind: 'unclear', field, why: unclear.why, choices };
    }
    values[field.label] = withExample(() => fieldValue(field, word.trim(), known), field, example);
    right = `${right} ${word.trim()}`;
    rest = left;
  }
  if (rest !== '') throw new Refusal(`${quoted(rest)}是多出来的，所以没有记下。例如：${right}`);
  return { kind: 'complete', values };
}

/** A word that fits a field, for examples. */
export function exampleWord(field: FlowField): string {
  switch (field.kind) {
    case 'text':
      return field.label;
    case 'date':
      return field.when === 'past' ? '今天' : '12-01';
    case 'choice':
      return field.choices[0] ?? '';
    case 'number':
    case 'count':
      return String(field.least);
  }
}

/** The stretch of the line that belongs to a field. */
function nextWord(rest: string, { kind }: FlowField, isLast: boolean): string {
  const end = kind !== 'text' ? /\s|$/u : isLast ? /$/u : /[；;\n]|$/u;
  return rest.slice(0, end.exec(rest)?.index ?? rest.length);
}

/** What stands in the place of a day and is none belongs to the next field. */
function isOtherThing(field: FlowField, word: string, reading: FieldReading): boolean {
  return field.kind === 'date' && !isDay(field, word, reading);
}

/**
 * A text is not shown again: it is long, or holds what must not stand anywhere. What has to lie between two
 * days has no example that is right for everybody.
 */
function withExample(read: () => string, field: FlowField, example: string): string {
  try {
    return read();
  } catch (error) {
    const hasNone = field.kind === 'text' || (field.kind === 'date' && field.between !== undefined);
    if (!(error instanceof Refusal) || hasNone) throw error;
    throw new Refusal(`${error.message}例如：${example}`);
  }
}
