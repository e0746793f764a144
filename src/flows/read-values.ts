import { Refusal } from '../errors.ts';
import type { FlowField } from '../library/flow.ts';
import { quoted } from '../wording/quoted.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CaseValues } from './case.ts';
import { exampleWord } from './example-word.ts';
import { dayAtStart, isDay, unclearDay } from './field-day.ts';
import type { FieldReading } from './field-reading.ts';
import { fieldValue } from './field-value.ts';
import { inOrderOfFields } from './field-order.ts';

/** What was typed for the fields of an action: everything, or what has to be asked back first. */
export type ReadValues = { readonly kind: 'complete'; readonly values: CaseValues } | OpenField;

export type OpenField = MissingField | UnclearField;

export interface MissingField {
  readonly kind: 'missing';
  readonly field: FlowField;
  /** What divides it from what was typed. */
  readonly separator: ' ' | '；';
  /** A complete line that goes on with the person's own words. */
  readonly example: string;
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
  /** Label of a field → what it is when nothing was typed for it. */
  readonly otherwise?: CaseValues;
}

/**
 * Reads fields out of what was typed: one word for each, the rest of the line for a text, several texts
 * divided by `；`. One-word fields may stand in another order where that is clear, and a day may have its
 * text right behind it. A day that may be left out is today's when it was. Throws a Refusal when a word does
 * not fit, with a correct line.
 */
export function readValues(words: string, fields: readonly FlowField[], reading: ValueReading): ReadValues {
  // 办结 1。 says nothing.
  const said = /^[\p{P}\s]*$/u.test(words) ? '' : words.trim();
  const typed = inOrderOfFields(said, fields, reading);
  let rest = typed;
  let right = reading.line;
  let separator: ' ' | '；' = ' ';
  const values: Record<string, string> = {};

  for (const [index, field] of fields.entries()) {
    const word = nextWord(rest, field, index === fields.length - 1, reading);
    if (field.optional && (word === '' || isOtherThing(field, word, reading))) {
      if (field.kind === 'date' && field.when === 'past') values[field.label] = reading.today;
      continue;
    }
    const otherwise = reading.otherwise?.[field.label];
    if (otherwise !== undefined && (word === '' || isOtherThing(field, word, reading))) {
      values[field.label] = otherwise;
      continue;
    }
    const behind = fields.slice(index + 1);
    if (word === '') {
      return {
        kind: 'missing',
        field,
        separator,
        example: completed(right, separator, [field, ...behind], reading.today),
      };
    }
    const left = rest.slice(word.length).replace(/^[；;\s]+/u, '');
    const kept = isLeftOut(field, word, behind, reading) ? rest : behind.length === 0 ? '' : left;
    const example = [`${right}${separator}${exampleWord(field, reading.today)}`, kept].join(' ').trim();
    const known = { ...reading, known: { ...reading.known, ...values } };
    const unclear = field.kind === 'date' ? unclearDay(field, word, known) : undefined;
    if (unclear !== undefined) {
      const before = `${reading.line} ${typed.slice(0, typed.length - rest.length)}`;
      const choices = unclear.dates.map((date) => ({ date, line: `${before}${date} ${left}`.trimEnd() }));
      return { kind: 'unclear', field, why: unclear.why, choices };
    }
    values[field.label] = withExample(() => fieldValue(field, word.trim(), known), field, example);
    right = `${right}${separator}${word.trim()}`;
    separator = field.kind === 'text' ? '；' : ' ';
    rest = left;
  }
  if (rest !== '') throw new Refusal(`${quoted(rest)}是多出来的，所以没有记下。例如：${right}`);
  return { kind: 'complete', values };
}

/** The line with a word for each field that has to be there. */
function completed(line: string, separator: string, fields: readonly FlowField[], today: LocalDate): string {
  const [first, ...others] = fields.filter(({ optional }) => !optional);
  if (first === undefined) return line;
  const behind = first.kind === 'text' ? '；' : ' ';
  return completed(`${line}${separator}${exampleWord(first, today)}`, behind, others, today);
}

/** The stretch of the line that belongs to a field. */
function nextWord(rest: string, field: FlowField, isLast: boolean, reading: FieldReading): string {
  const end = field.kind !== 'text' ? /\s|$/u : isLast ? /$/u : /[；;\n]|$/u;
  const word = rest.slice(0, end.exec(rest)?.index ?? rest.length);
  const isGlued = field.kind === 'date' && !field.optional && !isLast && !isDay(field, word, reading);
  return isGlued ? (dayAtStart(field, word, reading) ?? word) : word;
}

/** What stands in the place of a day and is none belongs to the next field. */
function isOtherThing(field: FlowField, word: string, reading: FieldReading): boolean {
  return field.kind === 'date' && !isDay(field, word, reading);
}

/** Whether a day was left out, and what stands in its place is the text behind it; else it is a day that was not understood. */
function isLeftOut(
  field: FlowField,
  word: string,
  behind: readonly FlowField[],
  reading: FieldReading,
): boolean {
  return (
    isOtherThing(field, word, reading) &&
    behind.some(({ kind }) => kind === 'text') &&
    !/[\d年月周天底]/u.test(word.normalize('NFKC'))
  );
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
