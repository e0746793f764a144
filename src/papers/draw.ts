import { hash } from 'node:crypto';
import { askingOrder, type Paper } from './paper.ts';

/*
 * Which questions somebody gets, and in which order, can be computed again by anybody who knows the
 * paper's seed; that settles a dispute. Nothing else is random, and nothing of it is stored.
 *
 *   key of a question  SHA-256 of `<seed>|<userid in lower case>|<number of the try>|<question id>`
 *   key of a choice    the same with `|<letter>` after it
 *
 * Of each portion's pool those `count` questions are drawn whose keys, in hexadecimal, come first. They
 * are asked by type (单选, 多选, 判断, 填空), within a type in the order of their keys; choices are shown
 * in the order of theirs. By hand: printf '%s' 'SEED|lin.xiaotang|1|q01' | sha256sum
 *
 * A pool in which a question is added or taken away leaves all others in the same order.
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
  const start = startOfKeys(seed, drawing);
  const drawn = portions.flatMap(({ type, count, pool }) =>
    ranked(start, pool)
      .slice(0, count)
      .map((one) => ({ ...one, type })),
  );
  return askingOrder.flatMap((type) =>
    drawn
      .filter((one) => one.type === type)
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
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
  return ranked(`${startOfKeys(seed, drawing)}${questionId}|`, letters).map(({ id }) => id);
}

function startOfKeys(seed: string, { userid, try: number }: Drawing): string {
  return `${seed}|${userid.toLowerCase()}|${number}|`;
}

function ranked<Id extends string>(
  start: string,
  ids: readonly Id[],
): readonly { readonly id: Id; readonly key: string }[] {
  return ids
    .map((id) => ({ id, key: hash('sha256', start + id) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
