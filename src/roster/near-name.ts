import { distance } from 'fastest-levenshtein';
import { comparable } from './comparable.ts';

/** The one of these names that differs from what was typed in one character, if there is such a one. */
export function nearName(typed: string, names: readonly string[]): string | undefined {
  const wanted = comparable(typed);
  return names.find((name) => distance(comparable(name), wanted) === 1);
}
