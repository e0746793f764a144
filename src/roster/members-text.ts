import { groupedNumber } from '../wording/grouped-number.ts';
import type { Member, Roster } from './roster-view.ts';
import { posts, type Person } from './roster.ts';

/** 成员: the people a member answers for, officers first, on one phone screen. */
export function membersText(roster: Roster, member: Member): string {
  const [organisation] = roster.scopeOf(member);
  const people = roster.peopleInScopeOf(member);
  if (organisation === undefined) return '您现在没有负责的支部或小组。';
  if (people.length > mostNames) {
    return [
      `${organisation.name} · 共 ${groupedNumber(people.length)} 人`,
      kindsLine(people),
      `下面有 ${roster.subtree(organisation.code).length - 1} 个组织，人多，这里只列数字。`,
    ].join('\n');
  }
  const others = people.filter((person) => person.posts.length === 0);
  return [
    `${organisation.name} · 共 ${people.length} 人（${kindsLine(people)}）`,
    ...posts.flatMap((post) => {
      const holders = people.filter((person) => person.posts.includes(post)).map(({ name }) => name);
      return holders.length === 0 ? [] : [`${post}：${holders.join('、')}`];
    }),
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
