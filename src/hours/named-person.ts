import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { nearName } from '../roster/near-name.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { quoted } from '../wording/quoted.ts';
import type { Person } from '../roster/roster.ts';
import { theOneCalled } from '../roster/the-one-called.ts';
import { scopeOf } from './scope.ts';

/**
 * The one meant by a name or an account, among the own people of an officer. Throws a Refusal when there
 * is none, when two have the name, or when it is no party member.
 */
export function namedPerson(turn: Turn, typed: string, example: string): Person {
  const own = turn.roster.peopleInScopeOf(turn.member);
  const person = theOneCalled(typed, own, turn.roster, () => notFound(turn, own, typed));
  if (!isPartyMember(person)) {
    throw new Refusal(`${person.name}是${person.kind}，学时只记正式党员和预备党员。${example}`);
  }
  return person;
}

/** Whether somebody of that name is on the roster elsewhere is not said. */
function notFound(turn: Turn, own: readonly Person[], typed: string): string {
  const near = nearName(
    typed,
    own.map(({ name }) => name),
  );
  const hint = near === undefined ? '' : `您是不是想写${near}？`;
  return `${scopeOf(turn).name}里没有${quoted(typed)}。${hint}发“成员”看都有谁。`;
}
