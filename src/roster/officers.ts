import { sparedFromReminders } from './audience.ts';
import { isOfficerPost } from './role.ts';
import type { Roster } from './roster-view.ts';
import { posts, type Organisation, type Person } from './roster.ts';

/**
 * The officers of one organisation itself, 书记 first, then 副书记, 委员, and for a 党小组 its 小组长. Officers of a
 * 党支部 may be listed in one of its groups. Those of 工委 are everybody with that post there.
 */
export function officersOf(roster: Roster, { code, kind }: Organisation): readonly Person[] {
  const listed = kind === '党支部' ? roster.peopleIn(code) : ownPeople(roster, code);
  const serving = listed.filter((person) => person.posts.some((post) => servesAs(post, kind)));
  return serving.toSorted((a, b) => rankOf(a, kind) - rankOf(b, kind));
}

export function secretaryOf(roster: Roster, organisation: Organisation): Person | undefined {
  return officersOf(roster, organisation).find((person) => person.posts.includes('书记'));
}

/**
 * Who is told of what an organisation has to do: its 书记, else 副书记 or 委员; where there is nobody, or only
 * people who are spared reminders, the officer of the organisation above. `undefined` when nobody is left.
 */
export function responsibleOfficer(roster: Roster, organisation: Organisation): Person | undefined {
  const upwards = roster.path(organisation.code).toReversed();
  return upwards.flatMap((one) => officersOf(roster, one)).find((person) => !sparedFromReminders(person));
}

function ownPeople(roster: Roster, code: string): readonly Person[] {
  return roster.peopleIn(code).filter(({ organisation }) => organisation === code);
}

function servesAs(post: Person['posts'][number], kind: Organisation['kind']): boolean {
  if (kind === '党小组') return post === '小组长';
  return isOfficerPost(post) || (kind === '工委' && post === '工委');
}

function rankOf(person: Person, kind: Organisation['kind']): number {
  return posts.findIndex((post) => person.posts.includes(post) && servesAs(post, kind));
}
