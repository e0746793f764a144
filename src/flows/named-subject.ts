import { Refusal } from '../errors.ts';
import { findOrganisation } from '../roster/find-organisation.ts';
import { peopleCalled } from '../roster/people-called.ts';
import { quoted } from '../wording/quoted.ts';
import type { Member, Roster } from '../roster/roster-view.ts';
import type { Person } from '../roster/roster.ts';

/** The people of a member's scope with this account, or else with this name; several when a name is shared. */
export function peopleNamed(typed: string, member: Member, roster: Roster): readonly Person[] {
  return peopleCalled(typed, roster.peopleInScopeOf(member));
}

/** The whole line with another organisation in it, for examples. */
export type LineWith = (organisation: string) => string;

/**
 * The organisation of `@机关一支部` in a member's scope. Throws a Refusal when there is none, or it is
 * another's.
 */
export function organisationNamed(
  typed: string,
  member: Member,
  roster: Roster,
  lineWith?: LineWith,
): string {
  const { code, name } = findOrganisation(typed.replace(/^[@＠]/u, ''), roster, lineWith);
  const scope = roster.scopeOf(member);
  if (scope.some((own) => own.code === code)) return code;
  const own = scope.at(1);
  const example = own === undefined || lineWith === undefined ? '' : `例如：${lineWith(`@${own.name}`)}`;
  throw new Refusal(`${name}不归您这里管，没有办法交给它。请写您下面的组织。${example}`);
}

/**
 * Several organisations: `@机关一支部,@机关二支部`, `直属` (those directly below), `所有支部`. Each once.
 */
export function organisationsNamed(
  typed: string,
  member: Member,
  roster: Roster,
  lineWith?: LineWith,
): readonly string[] {
  const scope = roster.scopeOf(member);
  const [top] = scope;
  if (typed === '直属')
    return nonEmpty(typed, scope.filter(({ parent }) => parent === top?.code).map(codeOf));
  if (typed === '所有支部') return nonEmpty(typed, scope.filter(({ kind }) => kind === '党支部').map(codeOf));
  const named = typed.split(/[,，、]/u).filter((word) => word !== '');
  return [...new Set(named.map((word) => organisationNamed(word, member, roster, lineWith)))];
}

function codeOf({ code }: { readonly code: string }): string {
  return code;
}

function nonEmpty(typed: string, codes: readonly string[]): readonly string[] {
  if (codes.length > 0) return codes;
  throw new Refusal(`您下面没有${quoted(typed)}。请写组织，例如：@机关一支部`);
}
