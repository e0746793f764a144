import type { LocalDate } from '../time/local-date.ts';
import type { DutyTerm } from './obligation.ts';

/**
 * Which days on which a duty was met count for which of its terms, in the order of the terms: each day
 * once, for the term that is over first among those it counts for and that still want one.
 */
export function meetTerms(
  terms: readonly DutyTerm[],
  days: readonly LocalDate[],
): readonly (readonly LocalDate[])[] {
  const met = terms.map((): LocalDate[] => []);
  const byEnd = terms
    .map((term, index) => ({ term, taken: met[index] ?? [] }))
    .toSorted((a, b) => (a.term.accepts.until < b.term.accepts.until ? -1 : 1));
  for (const day of [...new Set(days)].toSorted()) {
    byEnd.find(({ term, taken }) => taken.length < term.times && accepts(term, day))?.taken.push(day);
  }
  return met;
}

export function accepts({ accepts: { from, until } }: DutyTerm, day: LocalDate): boolean {
  return from <= day && day <= until;
}
