import { Refusal } from '../errors.ts';
import type { FlowField } from '../library/flow.ts';
import { isDay } from './field-day.ts';
import type { FieldReading } from './field-reading.ts';
import { fieldValue } from './field-value.ts';

/**
 * The words for one-word fields in the order of the fields: people write 四星 2026 as well as 2026 四星.
 * Words are moved only where there is one order in which each fits, and as they stand they do not fit.
 */
export function inOrderOfFields(typed: string, fields: readonly FlowField[], reading: FieldReading): string {
  const firstText = fields.findIndex(({ kind }) => kind === 'text');
  const single = firstText < 0 ? fields : fields.slice(0, firstText);
  const words = typed.split(/\s+/u).slice(0, single.length);
  if (words.length < single.length || words.length < 2) return typed;

  const orders = permutations(words).filter((order) =>
    single.every((field, index) => fits(field, order[index] ?? '', reading)),
  );
  const [only, second] = orders;
  if (only === undefined || second !== undefined) return typed;
  const behind = words.reduce((left, word) => left.slice(left.indexOf(word) + word.length), typed);
  return `${only.join(' ')}${behind}`;
}

/** Whether a word is written as the field wants it; a day may be another than is wanted. */
function fits(field: FlowField, word: string, reading: FieldReading): boolean {
  if (field.kind === 'date') return isDay(field, word, reading);
  try {
    fieldValue(field, word, reading);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function permutations(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length < 2) return [words];
  return words.flatMap((word, index) =>
    permutations(words.toSpliced(index, 1)).map((others) => [word, ...others]),
  );
}
