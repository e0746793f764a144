import type { Turn } from '../chat/turn.ts';
import type { Case } from './case.ts';
import { speaksFor } from './own-places.ts';
import { officeOf, type Place } from './who-acts.ts';

/**
 * Who did something, as a member may know it: 您, the name for officers of the same organisation, for all
 * others the organisation (domain §11.2). Whom a case is about, everybody knows who may see it.
 */
export function whoWords(userid: string, { start }: Case, { member, roster }: Turn): string {
  if (userid === '') return '助手';
  if (userid === member.person.userid) return '您';
  const person = roster.find(userid)?.person;
  if (person === undefined) return '已调出的同志';
  const office = officeOf(person, roster);
  const isOfficer = member.role === 'secretary' || member.role === 'committee';
  if (userid === start.subject || (isOfficer && speaksFor(member, roster) === office)) return person.name;
  return roster.organisation(office)?.name ?? '';
}

/** Whom a case waits for: the person it is about by name, for all others the organisation. */
export function placesWords(
  places: readonly Place[],
  { start }: Case,
  { roster, member }: Pick<Turn, 'roster'> & Partial<Pick<Turn, 'member'>>,
  most = 1,
): string {
  const names = places.map((place) => {
    if (place.kind === 'officers') return roster.organisation(place.organisation)?.name ?? '';
    const person = roster.find(place.userid)?.person;
    if (place.userid === member?.person.userid) return '您';
    if (place.userid === start.subject) return person?.name ?? '';
    return roster.organisation(person === undefined ? '' : officeOf(person, roster))?.name ?? '';
  });
  const different = [...new Set(names)];
  const shown = different.slice(0, most).join('、');
  return different.length <= most ? shown : `${shown}等 ${different.length} 个组织`;
}
