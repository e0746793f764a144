import { Refusal } from '../errors.ts';
import { findOrganisation } from '../roster/find-organisation.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { quoted } from '../wording/quoted.ts';
import type { Member, Roster } from '../roster/roster-view.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { Contest } from './contest.ts';

/** Whom a contest is for. */
export interface ContestScope {
  readonly organisation: Organisation;
  /** As people call it: `全体`, `机关一支部`. */
  readonly name: string;
}

/**
 * Reads 全体, 本支部, 本小组 or @组织. Scores are counted by branch, so a tag or 书记 is no scope. Throws a
 * Refusal when it is not understood, or not the member's to invite.
 */
export function readScope(words: string, member: Member, roster: Roster): ContestScope {
  const scope = scopeNamed(words, member, roster);
  const own = roster.scopeOf(member);
  if (own.some(({ code }) => code === scope.organisation.code)) return scope;
  const [top] = own;
  throw new Refusal(
    top === undefined
      ? '您还没有可以发起竞赛的范围。请所在支部的书记发起。'
      : `您可以在${top.name}里发起，范围写：@${top.name}`,
  );
}

/** Whether a member leads a contest: whoever opened it, and every officer whose people it is for. */
export function leads(contest: Contest, member: Member, roster: Roster): boolean {
  if (member.person.userid.toLowerCase() === contest.author.toLowerCase()) return true;
  return roster.scopeOf(member).some(({ code }) => code === contest.scope);
}

/** The party members a contest is for, by the roster of now. */
export function peopleOf({ scope }: Pick<Contest, 'scope'>, roster: Roster): readonly Person[] {
  return roster.peopleIn(scope).filter(isPartyMember);
}

export function isFor({ scope }: Pick<Contest, 'scope'>, person: Person, roster: Roster): boolean {
  return isPartyMember(person) && roster.path(person.organisation).some(({ code }) => code === scope);
}

/** What somebody's answers count for: the own branch, or the group when the contest is the group's own. */
export function unitOf(
  { scope }: Pick<Contest, 'scope'>,
  person: Person,
  roster: Roster,
): Organisation | undefined {
  const branch = roster.branchOf(person.organisation);
  const path = roster.path(scope);
  return path.some(({ code }) => code === branch?.code) ? path.at(-1) : branch;
}

function scopeNamed(words: string, { organisation, branch }: Member, roster: Roster): ContestScope {
  const text = words.normalize('NFKC').trim();
  const [root] = roster.organisations;
  if (text === '全体' && root !== undefined) return { organisation: root, name: '全体' };
  if (text === '本支部') return named(branch);
  if (text === '本小组' && organisation.kind === '党小组') return named(organisation);
  if (text.startsWith('@')) return named(findOrganisation(text.slice(1), roster));
  throw new Refusal(
    `没有看懂范围${quoted(text)}。竞赛按支部算成绩，范围可以写：本支部、本小组、@组织名称、全体`,
  );
}

function named(organisation: Organisation): ContestScope {
  return { organisation, name: organisation.name };
}
