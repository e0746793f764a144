import { audienceTerm } from '../roster/audience-term.ts';
import { Refusal } from '../errors.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Person } from '../roster/roster.ts';
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
  try {
    return audienceTerm(audience, roster).includes;
  } catch (error) {
    if (error instanceof Refusal) return () => false;
    throw error;
  }
}
