import type { DutyCondition, HeadCount } from '../library/duty-condition.ts';
import type { DutyRule, DutyScope } from '../library/duty-rules.ts';
import { officersOf, secretaryOf } from '../roster/officers.ts';
import { isPartyMember } from '../roster/party-member.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation } from '../roster/roster.ts';

/** Whether a rule asks anything of this organisation, by the roster as it is. */
export function concerns({ scope, only }: DutyRule, organisation: Organisation, roster: Roster): boolean {
  return (
    scope.some((one) => isInScope(one, organisation, roster)) &&
    only.every((condition) => holds(condition, organisation, roster))
  );
}

function isInScope(scope: DutyScope, organisation: Organisation, roster: Roster): boolean {
  if (scope === '党组') return isDepartment(organisation, roster);
  return scope === organisation.kind;
}

/** What stands directly below 工委 is the Party organisation of a department; it serves the department's 党组. */
function isDepartment({ kind, parent }: Organisation, roster: Roster): boolean {
  const above = parent === undefined ? undefined : roster.organisation(parent);
  return above?.kind === '工委' && kind !== '工委' && kind !== '党小组';
}

function holds(condition: DutyCondition, organisation: Organisation, roster: Roster): boolean {
  const people = roster.peopleIn(organisation.code);
  switch (condition.kind) {
    case '有书记':
      return secretaryOf(roster, organisation) !== undefined;
    case '有委员':
      return hasCommittee(organisation, roster);
    case '没有委员':
      return !hasCommittee(organisation, roster);
    case '有入党积极分子':
      return people.some(({ kind }) => kind === '入党积极分子');
    case '有预备党员':
      return people.some(({ kind }) => kind === '预备党员');
    case '有流动党员':
      return people.some((person) => person.state === '流动' && isPartyMember(person));
    case '直属工委':
      return isDepartment(organisation, roster);
    case 'tag':
      return people.some(({ tags }) => tags.includes(condition.tag));
    case 'people':
      return isAsMany(condition, organisation, roster);
  }
}

function hasCommittee(organisation: Organisation, roster: Roster): boolean {
  return officersOf(roster, organisation).some(({ posts }) => posts.includes('委员'));
}

function isAsMany({ of, than, count }: HeadCount, { code }: Organisation, roster: Roster): boolean {
  const counted = roster
    .peopleIn(code)
    .filter((person) => (of === '正式党员' ? person.kind === '正式党员' : isPartyMember(person))).length;
  if (than === '不足') return counted < count;
  return than === '以上' ? counted >= count : counted > count;
}
