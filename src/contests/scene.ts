import type { Roster } from '../roster/roster-view.ts';
import type { Contest } from './contest.ts';
import type { ContestState } from './contest-store.ts';
import type { Entry } from './entry.ts';

/** A contest with everybody in it, as it was read for one step. */
export interface Scene<Kind extends Contest = Contest> {
  readonly contest: Kind;
  readonly state: ContestState;
  /** By userid in lower case. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly roster: Roster;
  /** The instant of the step, in milliseconds since the epoch. */
  readonly at: number;
}

/** The userids of those who take part and have not left, as the roster spells them. */
export function presentIn({ entries, roster }: Pick<Scene, 'entries' | 'roster'>): readonly string[] {
  return [...entries].flatMap(([userid, { isAway }]) =>
    isAway ? [] : (roster.find(userid)?.person.userid ?? []),
  );
}

/** The userid of whoever opened it; `undefined` when that person has left the roster. */
export function hostOf({ contest, roster }: Pick<Scene, 'contest' | 'roster'>): string | undefined {
  return roster.find(contest.author)?.person.userid;
}
