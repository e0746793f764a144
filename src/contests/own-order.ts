import { hash } from 'node:crypto';
import type { Contest } from './contest.ts';

/**
 * The order in which somebody gets the questions of a challenge, as indexes into the contest's own order.
 * It can be computed again by anybody who knows the seed, which settles a dispute: questions are sorted by
 * the SHA-256, in hexadecimal, of `<seed>|<userid in lower case>|<question id>`.
 */
export function ownOrder(
  { seed, questions }: Pick<Contest, 'seed' | 'questions'>,
  userid: string,
): readonly number[] {
  return sortedBySeed(`${seed}|${userid.toLowerCase()}`, questions).map((id) => questions.indexOf(id));
}

/** The ids in an order that follows from the seed, and from nothing else. */
export function sortedBySeed(seed: string, ids: readonly string[]): readonly string[] {
  return ids
    .map((id) => ({ id, key: hash('sha256', `${seed}|${id}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id);
}
