import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import { inAudience } from '../publishing/audience-of.ts';
import type { PaperStore } from './paper-store.ts';
import type { SheetStore } from './sheet-store.ts';

/**
 * The last days of the tests that are over and that somebody of each of these organisations has taken, in
 * the order of the organisations; each with its subtree.
 */
export type TestedDays = (
  roster: Roster,
  organisations: readonly string[],
  today: LocalDate,
) => Promise<readonly (readonly LocalDate[])[]>;

export function createTestedDays({
  store,
  sheets,
}: {
  readonly store: Pick<PaperStore, 'latest' | 'find'>;
  readonly sheets: Pick<SheetStore, 'sheets'>;
}): TestedDays {
  return async (roster, organisations, today) => {
    const latest = await store.latest();
    const recent = Array.from({ length: Math.min(lookBack, latest) }, (_, index) => latest - index);
    const found = await Promise.all(recent.map((number) => store.find(number)));
    const over = found.flatMap((paper) => (paper !== undefined && paper.until < today ? [paper] : []));
    const days = organisations.map((): LocalDate[] => []);
    for (const paper of over) {
      const isFor = inAudience(paper, roster);
      const people = organisations.map((code) => roster.peopleIn(code).filter(isFor));
      const all = await sheets.sheets(
        paper.number,
        people.flat().map(({ userid }) => userid),
      );
      let start = 0;
      for (const [index, own] of people.entries()) {
        const taken = all.slice(start, start + own.length).some(({ results }) => results.length > 0);
        start += own.length;
        if (taken) days[index]?.push(paper.until);
      }
    }
    return days;
  };
}

/** Two years of quarterly tests, and as many more for single branches. */
const lookBack = 60;
