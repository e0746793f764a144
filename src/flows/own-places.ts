import type { Member, Roster } from '../roster/roster-view.ts';
import { isOfficerPost } from '../roster/role.ts';
import { officeOf, placeKey } from './who-acts.ts';

/** The places at which cases wait for a member: the own name, and the offices held. */
export function ownPlaces({ person, role }: Member, roster: Roster): ReadonlySet<string> {
  const places = [placeKey({ kind: 'person', userid: person.userid })];
  if (person.posts.some(isOfficerPost)) {
    places.push(placeKey({ kind: 'officers', organisation: officeOf(person, roster) }));
  }
  const root = roster.organisations[0];
  // Also those whom only COMMITTEE_USERIDS makes committee members.
  if (role === 'committee' && root !== undefined) {
    places.push(placeKey({ kind: 'officers', organisation: root.code }));
  }
  return new Set(places);
}

/** The organisation a member speaks for: an officer's own, for 工委 the root, for others their branch. */
export function speaksFor({ person, role, branch }: Member, roster: Roster): string {
  if (role === 'committee') return roster.organisations[0]?.code ?? branch.code;
  return role === 'secretary' ? officeOf(person, roster) : branch.code;
}
