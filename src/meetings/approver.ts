import type { Roster } from '../roster/roster-view.ts';
import type { Person } from '../roster/roster.ts';
import { officersOf } from './invitees.ts';
import type { Meeting } from './meeting.ts';

/**
 * Who says yes to somebody's leave: the officer who called the meeting, when it is one of the person's own
 * branch; else the secretary there, who knows them (a meeting of the whole city has thousands of people).
 * Nobody approves for themselves: then it is the next officer, and undefined when there is none.
 */
export function approverOf(
  { organisation, convenedBy }: Pick<Meeting, 'organisation' | 'convenedBy'>,
  person: Person,
  roster: Roster,
): Person | undefined {
  const branch = roster.branchOf(person.organisation);
  const isOwnMeeting = branch !== undefined && roster.branchOf(organisation)?.code === branch.code;
  const convener = roster.find(convenedBy)?.person;
  const officers = branch === undefined ? [] : officersOf(branch, roster);
  const byRank = (['书记', '副书记', '委员'] as const).flatMap((post) =>
    officers.filter(({ posts }) => posts.includes(post)),
  );
  const candidates = [...(isOwnMeeting && convener !== undefined ? [convener] : []), ...byRank];
  const other = candidates.find(({ userid }) => userid !== person.userid);
  return other ?? (convener?.userid === person.userid ? undefined : convener);
}
