import type { RosterLists } from '../roster/roster.ts';
import type { SimulatedPerson } from './state/people.ts';

/** The people of a roster as the simulator's page offers them, in the order of the roster. */
export function demoPeople({ organisations, people }: RosterLists): readonly SimulatedPerson[] {
  const names = new Map(organisations.map(({ code, name }) => [code, name]));
  return people.map(({ userid, name, organisation, posts }) => ({
    userid,
    name,
    organisation: names.get(organisation) ?? organisation,
    ...(posts.length === 0 ? {} : { post: posts.join('、') }),
  }));
}
