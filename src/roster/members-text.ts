import { groupedNumber } from './grouped-number.ts';
import type { Member, Roster } from './roster-view.ts';
import type { Person } from './roster.ts';

/** 成员: the people a member answers for, officers first, on one phone screen. */
export function membersText(roster: Roster, member: Member): string {
  const [organisation] = roster.scopeOf(member);
  const people = roster.peopleInScopeOf(member);
  if (organisation === undefined) return '您现在没有负责的支部或小组。';
  if (people.length > mostNames) {
    return [
      `${organisation.name} · 共 ${groupedNumber(people.length)} 人`,
      kindsLine(people),
      `${roster.subtree(organisation.code).length} 个组织，人多，这里只列数字。`,
    ].join('\n');
  }
  const officers = people.filter(({ posts }) => posts.length > 0);
  const others = people.filter(({ posts }) => posts.length === 0);
  return [
    `${organisation.name} · 共 ${people.length} 人（${kindsLine(people)}）`,
    ...officers.map(({ name, posts }) => `${posts.join('、')}：${name}`),
    ...(others.length === 0 ? [] : [`其他：${others.map(nameWithState).join('、')}`]),
  ].join('\n');
}

/** Above this a list of names no longer fits a phone screen. */
const mostNames = 60;

function nameWithState({ name, kind, state }: Person): string {
  const remarks = [...(kind === '正式党员' ? [] : [kind]), ...(state === '在册' ? [] : [state])];
  return remarks.length === 0 ? name : `${name}（${remarks.join('，')}）`;
}

function kindsLine(people: readonly Person[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of people) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join('，');
}
