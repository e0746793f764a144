import { audienceTerm } from './audience-term.ts';
import { groupedNumber } from './grouped-number.ts';
import type { Roster } from './roster-view.ts';
import type { Person } from './roster.ts';

/** The people somebody meant, by one version of the roster. */
export interface Audience {
  /** As people call it: `全体`, `机关一支部`, `#青年`. */
  readonly name: string;
  /** Each once, in the order of the roster; it may be nobody. */
  readonly people: readonly Person[];
  /** In how many branches they are. */
  readonly units: number;
}

/**
 * Whom an audience of contract §4 means: 全体, 全体人员, 书记, 班子, @组织 or #标签, as it was typed. Throws
 * a Refusal that says what could have been meant.
 */
export function resolveAudience(roster: Roster, words: string): Audience {
  const { name, includes } = audienceTerm(words, roster);
  const people = roster.people.filter(includes);
  const branches = new Set(people.map(({ organisation }) => roster.branchOf(organisation)));
  return { name, people, units: branches.size };
}

/** With its size, for previews: `全体 10,214 人（132 个单位）`. A single unit goes without saying. */
export function audienceText({ name, people, units }: Audience): string {
  const spread = units > 1 ? `（${groupedNumber(units)} 个单位）` : '';
  return `${name} ${groupedNumber(people.length)} 人${spread}`;
}

/** 免提醒 and 离退 are spared automatic pushes and reminders, not notices (contract §4). */
export function sparedFromReminders({ state }: Person): boolean {
  return state === '免提醒' || state === '离退';
}
