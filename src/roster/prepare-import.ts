import type { LocalDate } from '../time/local-date.ts';
import { checkLists } from './check-lists.ts';
import { rosterDifference, type RosterDifference } from './difference.ts';
import type { Problem } from './problem.ts';
import { readRosterFile } from './read-roster-file.ts';
import type { RosterStore, StoredRoster } from './roster-store.ts';
import type { RosterLists } from './roster.ts';

export interface PreparedImport {
  /** Everything there is to say about the file, in its order. */
  readonly problems: readonly Problem[];
  /** Absent when there is any error. */
  readonly proposal?: ImportProposal;
}

/** What an import would do. It is done by `store.replace(previous, lists, today)`. */
export interface ImportProposal {
  readonly previous: StoredRoster | undefined;
  readonly lists: RosterLists;
  readonly difference: RosterDifference;
}

/** Reads and checks a roster file and compares it with the roster of now. Changes nothing. */
export async function prepareImport(
  path: string,
  store: RosterStore,
  today: LocalDate,
): Promise<PreparedImport> {
  const { problems, lists } = checkLists(await readRosterFile(path), today);
  if (lists === undefined) return { problems };

  const previous = await store.load();
  const difference = rosterDifference(previous?.lists ?? { organisations: [], people: [] }, lists);
  return { problems, proposal: { previous, lists, difference } };
}
