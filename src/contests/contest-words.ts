import { inDigits } from '../time/spoken/numerals.ts';

/** What of a contest's order is known by its form, and may stand in any order: 本支部 10题 30秒. */

export function isScopeWord(word: string): boolean {
  return /^(?:全体|本支部|本小组|@.+)$/u.test(word.normalize('NFKC'));
}

/** A bare number may be meant otherwise. */
export function isCountWord(word: string): boolean {
  return /^\d{1,4}(?:道题?|题)$/u.test(inDigits(word.normalize('NFKC')));
}

export function isSecondsWord(word: string): boolean {
  return /^\d{1,4}秒$/u.test(word.normalize('NFKC'));
}
