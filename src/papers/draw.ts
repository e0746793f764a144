import { createHash } from 'node:crypto';
import { askingOrder, type Paper } from './paper.ts';

/*
 * Which questions somebody gets, and in which order, can be computed again by anybody who knows the
 * paper's seed; that settles a dispute. Nothing else is random, and nothing of it is stored.
 *
 * The keys of all questions are one stream of bytes, SHAKE256 of `<seed>|<userid in lower case>|<number
 * of the try>`: four for each question, in the order of the portions and of their pools. Of each pool
 * those `count` questions are drawn whose keys are the lowest. They are asked by type (单选, 多选, 判断,
 * 填空), within a type in the order of their keys. The keys of a question's choices, from A on, are
 * SHAKE256 of the same text with `|<question id>` after it, and they are shown in the order of theirs.
 *
 * By hand: printf '%s' 'SEED|lin.xiaotang|1' | openssl dgst -shake256 -xoflen 364
 */

/** One try of one person: what, with the paper's seed, everything is drawn from. */
export interface Drawing {
  readonly userid: string;
  /** 1 for the first. */
  readonly try: number;
}

/** The ids of this person's questions in the order they are asked. */
export function drawQuestions(
  { seed, portions }: Pick<Paper, 'seed' | 'portions'>,
  drawing: Drawing,
): readonly string[] {
  const pooled = portions.flatMap(({ pool }) => pool);
  const keys = keysOf(textOf(seed, drawing), pooled.length);
  const questions = pooled.map((id, index) => ({ id, key: keys[index] ?? 0 }));

  let start = 0;
  const drawn = portions.flatMap(({ type, count, pool }) => {
    const lowest = questions
      .slice(start, start + pool.length)
      .toSorted(byKey)
      .slice(0, count);
    start += pool.length;
    return lowest.map((question) => ({ ...question, type }));
  });
  return askingOrder.flatMap((type) =>
    drawn
      .filter((question) => question.type === type)
      .toSorted(byKey)
      .map(({ id }) => id),
  );
}

/** The letters of a question's choices in the order this person sees them. */
export function drawChoices<Letter extends string>(
  { seed }: Pick<Paper, 'seed'>,
  drawing: Drawing,
  questionId: string,
  letters: readonly Letter[],
): readonly Letter[] {
  const keys = keysOf(`${textOf(seed, drawing)}|${questionId}`, letters.length);
  return letters
    .map((letter, index) => ({ letter, key: keys[index] ?? 0 }))
    .toSorted(byKey)
    .map(({ letter }) => letter);
}

function textOf(seed: string, { userid, try: number }: Drawing): string {
  return `${seed}|${userid.toLowerCase()}|${number}`;
}

function keysOf(text: string, count: number): readonly number[] {
  const bytes = createHash('shake256', { outputLength: bytesPerKey * count })
    .update(text)
    .digest();
  return Array.from({ length: count }, (_, index) => bytes.readUInt32BE(bytesPerKey * index));
}

const bytesPerKey = 4;

/** Of equal keys, one draw in a million, the earlier stays in front. */
function byKey(a: { readonly key: number }, b: { readonly key: number }): number {
  return a.key - b.key;
}
