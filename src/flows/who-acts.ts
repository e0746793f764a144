import type { Actor } from '../library/flow.ts';
import { isOfficerPost } from '../roster/role.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { CaseStart } from './case.ts';

/**
 * Where a case waits: with one person, or with the officers of an organisation. By it people find what
 * waits for them.
 */
export type Place =
  | { readonly kind: 'person'; readonly userid: string }
  | { readonly kind: 'officers'; readonly organisation: string };

/**
 * Where an actor of a flow is to be found, by this version of the roster. A person who left is followed
 * by the officers of the organisation: nobody's case waits for nobody.
 *
 * @param done of several organisations, those that have acted already
 */
export function placesOf(
  actor: Actor,
  start: CaseStart,
  roster: Roster,
  done: ReadonlySet<string> = new Set(),
): readonly Place[] {
  switch (actor.kind) {
    case 'starter':
      return [personOr(start.by, start.from, roster)];
    case 'subject':
      return [personOr(start.subject ?? '', start.organisation, roster)];
    case 'account':
      return [personOr(actor.userid, start.organisation, roster)];
    case 'organisation':
      return [officersFrom(start.organisation, roster)];
    case 'each':
      return (start.addressees ?? [])
        .filter((code) => !done.has(code))
        .map((code) => officersFrom(code, roster));
    case 'superior':
      return [officersFrom(roster.organisation(start.organisation)?.parent ?? '', roster)];
    case 'partyCommittee': {
      const above = roster.path(start.organisation).slice(0, -1);
      const committee = above.findLast(({ kind }) => kind === '机关党委');
      return [officersFrom(committee?.code ?? '', roster)];
    }
    case 'workCommittee':
      return [officersFrom('', roster)];
  }
}

/** Who is told that a case waits at a place. */
export function peopleAt(place: Place, roster: Roster): readonly Person[] {
  if (place.kind === 'officers') return officersOf(place.organisation, roster);
  const person = roster.find(place.userid)?.person;
  return person === undefined ? [] : [person];
}

/** 书记, 副书记 and 委员 of an organisation, those listed in one of its groups too; for the root 工委. */
function officersOf(code: string, roster: Roster): readonly Person[] {
  const organisation = roster.organisation(code);
  if (organisation === undefined) return [];
  if (isRoot(organisation)) return roster.people.filter(({ posts }) => posts.includes('工委'));
  return roster.peopleIn(code).filter((person) => {
    return person.posts.some(isOfficerPost) && officeOf(person, roster) === code;
  });
}

/** The organisation whose officer a person is, or would be: the own one, for members of a group their branch. */
export function officeOf(person: Person, roster: Roster): string {
  const own = roster.organisation(person.organisation);
  return own?.kind === '党小组' ? (roster.branchOf(own.code)?.code ?? own.code) : person.organisation;
}

/** One word for a place, for indexes. */
export function placeKey(place: Place): string {
  return place.kind === 'person' ? `u:${place.userid.toLowerCase()}` : `o:${place.organisation}`;
}

function personOr(userid: string, organisation: string, roster: Roster): Place {
  const member = roster.find(userid);
  return member === undefined
    ? officersFrom(organisation, roster)
    : { kind: 'person', userid: member.person.userid };
}

/** The officers of an organisation; where there are none, of the nearest one above, at last 工委. */
function officersFrom(code: string, roster: Roster): Place {
  const upwards = roster.path(code).toReversed();
  const manned = upwards.find((organisation) => officersOf(organisation.code, roster).length > 0);
  const root = roster.organisations[0]?.code ?? code;
  return { kind: 'officers', organisation: manned?.code ?? root };
}

function isRoot({ parent }: Organisation): boolean {
  return parent === undefined;
}
