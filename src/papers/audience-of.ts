import type { Roster } from '../roster/roster-view.ts';
import type { Person } from '../roster/roster.ts';
import { storedRule } from '../roster/stored-audience.ts';
import type { Paper } from './paper.ts';

/** Whether a paper is for this person by the roster of now: who came later may take it, who left is not counted. */
export function isFor(paper: Pick<Paper, 'audience'>, person: Person, roster: Roster): boolean {
  return inAudience(paper, roster)(person);
}

/** The same for many people. An organisation or tag that the roster no longer has means nobody. */
export function inAudience(
  { audience }: Pick<Paper, 'audience'>,
  roster: Roster,
): (person: Person) => boolean {
  return storedRule(audience, roster).includes;
}
