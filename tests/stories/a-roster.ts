import { prepareImport } from '../../src/roster/prepare-import.ts';
import type { Person, RosterLists } from '../../src/roster/roster.ts';
import { demoCityDirectory } from '../../src/simulator/demo-city/demo-city.ts';
import { localDate } from '../../src/time/local-date.ts';

/** The demo city with other people in it. */
export async function prepareRoster(
  change: (people: readonly Person[]) => readonly Person[],
): Promise<RosterLists> {
  const empty = { load: async () => undefined } as Parameters<typeof prepareImport>[1];
  const { proposal } = await prepareImport(demoCityDirectory, empty, localDate(2026, 11, 20));
  if (proposal === undefined) throw new Error('the demo city has errors');
  return { ...proposal.lists, people: change(proposal.lists.people) };
}
