import { groupedNumber } from '../wording/grouped-number.ts';
import { seesAllNames, seesNameOf } from './names-seen.ts';
import type { Member, Roster } from './roster-view.ts';
import { posts, type Organisation, type Person } from './roster.ts';

/** 成员: the people a member answers for on one phone screen; by name those of the own branch, officers first. */
export function membersText(roster: Roster, member: Member): string {
  const [organisation] = roster.scopeOf(member);
  if (organisation === undefined) return '您现在没有负责的支部或小组。';
  const people = roster.peopleInScopeOf(member);
  const named = people.filter((person) => seesNameOf(roster, member, person));
  return [
    `${organisation.name} · 共 ${groupedNumber(people.length)} 人（${kindsLine(people)}）`,
    ...(named.length > mostNames ? ['人多，这里只列数字。'] : nameLines(named)),
    ...(seesAllNames(roster, member) ? [] : unitLines(roster, organisation)),
  ].join('\n');
}

/** Above this a list of names no longer fits a phone screen. */
const mostNames = 60;

function nameLines(people: readonly Person[]): readonly string[] {
  const others = people.filter((person) => person.posts.length === 0);
  return [
    ...posts.flatMap((post) => {
      const holders = people.filter((person) => person.posts.includes(post)).map(({ name }) => name);
      return holders.length === 0 ? [] : [`${post}：${holders.join('、')}`];
    }),
    ...(others.length === 0 ? [] : [`其他：${others.map(nameWithState).join('、')}`]),
  ];
}

/** The organisations right below, in figures. */
function unitLines(roster: Roster, { code }: Organisation): readonly string[] {
  const units = roster.organisations.filter(({ parent }) => parent === code);
  return [
    ...units
      .slice(0, mostUnits)
      .map((unit) => `${unit.name} ${groupedNumber(roster.peopleIn(unit.code).length)} 人`),
    ...(units.length > mostUnits ? [`还有 ${units.length - mostUnits} 个组织。`] : []),
    '下面的组织这里只列人数，名单由各支部自己看。',
  ];
}

/** With the rest they have to fit in twelve lines (dialogues, rule 1). */
const mostUnits = 5;

function nameWithState({ name, kind, state }: Person): string {
  const remarks = [...(kind === '正式党员' ? [] : [kind]), ...(state === '在册' ? [] : [state])];
  return remarks.length === 0 ? name : `${name}（${remarks.join('，')}）`;
}

function kindsLine(people: readonly Person[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of people) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join('，');
}
