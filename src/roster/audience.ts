import { namesOf, type AudienceRule } from './audience-rule.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { isPartyMember } from './party-member.ts';
import { quoted } from '../wording/quoted.ts';
import { readAudience } from './read-audience.ts';
import type { Roster } from './roster-view.ts';
import type { Person } from './roster.ts';

/** The people somebody meant, by one version of the roster. */
export interface Audience extends AudienceRule {
  /** Each once, in the order of the roster; it may be nobody. */
  readonly people: readonly Person[];
  /** In how many branches they are. */
  readonly units: number;
}

/** Whom words mean that name no saved list. Throws a Refusal that says what could have been meant. */
export function resolveAudience(roster: Roster, words: string): Audience {
  return audienceOf(readAudience(words, roster), roster);
}

/** Whom a rule means now. */
export function audienceOf(rule: AudienceRule, roster: Roster): Audience {
  const people = roster.people.filter(rule.includes);
  const branches = new Set(people.map(({ organisation }) => roster.branchOf(organisation)));
  return { ...rule, people, units: branches.size };
}

/** With its size, for previews: `全体 10,214 人（132 个单位）`. A single unit goes without saying. */
export function audienceText({ name, people, units }: Pick<Audience, 'name' | 'people' | 'units'>): string {
  const spread = units > 1 ? `（${groupedNumber(units)} 个单位）` : '';
  const blank = name.endsWith('）') ? '' : ' ';
  return `${name}${blank}${groupedNumber(people.length)} 人${spread}`;
}

/** What somebody should know who combined terms: an empty one, one that changes nothing, an overlap. */
export function audienceRemarks({ included, excepted }: AudienceRule, { people }: Roster): readonly string[] {
  const meant = people.filter((person) => included.some((part) => part.includes(person)));
  const empty = included.filter((part) => !people.some(part.includes));
  const idle = excepted.filter((part) => !meant.some(part.includes));
  const mentions = included.reduce((sum, part) => sum + people.filter(part.includes).length, 0);
  return [
    ...(included.length === 1 ? [] : empty).map(({ name }) => `${quoted(name)}里现在没有人。`),
    ...idle.map(({ name }) => `${quoted(name)}的人本来就不在其中。`),
    ...(mentions > meant.length ? [`重复的 ${groupedNumber(mentions - meant.length)} 人只算一次。`] : []),
  ];
}

/** Why nobody is meant, as the beginning of a refusal. */
export function nobodyText({ included, excepted }: AudienceRule, { people }: Roster): string {
  const isEmpty = !people.some((person) => included.some((part) => part.includes(person)));
  if (isEmpty || excepted.length === 0) return `${quoted(namesOf(included))}里现在没有人`;
  return `${quoted(namesOf(included))}去掉${quoted(namesOf(excepted))}以后，没有人了`;
}

/** Whether everybody of 全体 is meant, leaving the exceptions aside. */
export function meansEverybody({ included }: AudienceRule, { people }: Roster): boolean {
  return people.filter(isPartyMember).every((person) => included.some((part) => part.includes(person)));
}

/** 免提醒 and 离退 are spared automatic pushes and reminders, not notices (contract §4). */
export function sparedFromReminders({ state }: Person): boolean {
  return state === '免提醒' || state === '离退';
}
