import type { Roster } from '../roster/roster-view.ts';
import type { Person } from '../roster/roster.ts';
import { storedRule } from '../roster/stored-audience.ts';

/** Something for an audience, as `storedRule` reads it. */
interface ForAudience {
  readonly audience: string;
}

/** Whether it is for this person by the roster of now: who came later may take it, who left is not counted. */
export function isFor(something: ForAudience, person: Person, roster: Roster): boolean {
  return inAudience(something, roster)(person);
}

/** The same for many people. An organisation or tag that the roster no longer has means nobody. */
export function inAudience({ audience }: ForAudience, roster: Roster): (person: Person) => boolean {
  return storedRule(audience, roster).includes;
}
