import { countedEntries, sumOfHours } from '../hours/credit-entry.ts';
import type { HoursStore } from '../hours/hours-store.ts';
import { targetOf } from '../hours/target.ts';
import type { HoursRules } from '../library/hours-rules.ts';
import { hoursStandard } from '../library/hours-standard.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Share } from './obligation.ts';

/**
 * How many of those who have a target of hours have reached it, for each of these organisations with its
 * subtree, in their order.
 */
export async function hoursShares(
  { rules, store }: { readonly rules: HoursRules; readonly store: Pick<HoursStore, 'ofEach'> },
  roster: Roster,
  organisations: readonly string[],
  year: number,
): Promise<readonly Share[]> {
  const standard = hoursStandard(rules.presets, year);
  const asked = organisations.map((code) =>
    roster.peopleIn(code).flatMap((person) => {
      const target = targetOf(person, standard);
      return target === undefined ? [] : [{ userid: person.userid, target }];
    }),
  );
  const people = asked.flat();
  const sums = await store.ofEach(
    people.map(({ userid }) => userid),
    year,
    (entries) => sumOfHours(countedEntries(entries)),
  );
  const reached = new Set(people.filter(({ target }, index) => (sums[index] ?? 0) >= target));
  return asked.map((some) => ({
    part: some.filter((person) => reached.has(person)).length,
    whole: some.length,
    of: '人',
  }));
}
