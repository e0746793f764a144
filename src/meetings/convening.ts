import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import { comparable } from '../roster/comparable.ts';
import { findOrganisation } from '../roster/find-organisation.ts';
import { peopleCalled } from '../roster/people-called.ts';
import { quoted } from '../wording/quoted.ts';
import type { Organisation, Person } from '../roster/roster.ts';

/** The organisations an officer calls meetings of: the own one, and those below it (contract §4). */
function ownOrganisation({ roster, member }: Turn): Organisation {
  return roster.scopeOf(member)[0] ?? member.organisation;
}

/** The organisation that was named behind the @, else the officer's own. Throws a Refusal for a stranger's. */
export function convenedOrganisation(turn: Turn, typed: string | undefined): Organisation {
  const own = ownOrganisation(turn);
  if (typed === undefined) return own;
  const organisation = findOrganisation(typed, turn.roster);
  if (turn.roster.scopeOf(turn.member).some(({ code }) => code === organisation.code)) return organisation;
  throw new Refusal(`${organisation.name}的会由它自己的书记来开，所以没有发出。您可以开${own.name}的会。`);
}

/**
 * A 小组长 convenes the meetings of the own group (支部工作条例 art. 14), everything else a 书记, 副书记 or
 * 委员. Throws a Refusal for what the member may not call.
 */
export function refuseOthersMeetings({ member }: Turn, type: MeetingType): void {
  if (member.role !== 'groupLeader' || type.invites === '小组') return;
  throw new Refusal(`${type.name}由书记、副书记和委员来开；小组长可以开党小组会。`);
}

/** The groups of which a 党小组会 can be. */
export function groupsBelow({ roster }: Turn, { code }: Organisation): readonly Organisation[] {
  return roster.subtree(code).filter(({ kind }) => kind === '党小组');
}

/** Those who sit in, by name or account, among the officer's people. Throws a Refusal for a stranger. */
export function guestsCalled(turn: Turn, typed: readonly string[]): readonly Person[] {
  const people = turn.roster.peopleInScopeOf(turn.member);
  return typed.map((name) => {
    const [person, second] = peopleCalled(name, people);
    if (person === undefined)
      throw new Refusal(`您管理的人里没有${quoted(name)}，不能请来列席。发“成员”看都有谁。`);
    if (second === undefined || comparable(person.userid) === comparable(name)) return person;
    throw new Refusal(`有几位${person.name}，列席请写账号，例如：列席：${person.userid}`);
  });
}
