import type { HoursStandard } from '../library/hours-standard.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { isOfficerPost } from '../roster/role.ts';
import type { Person } from '../roster/roster.ts';

/**
 * How many credit hours somebody should have in a year. `undefined` for whoever is no party member, and
 * for 离退 and 免提醒: nothing hard is asked of the old and the seriously ill (党员教育管理工作条例 article
 * 23), and for what reason somebody is spared is not stored.
 */
export function targetOf(person: Person, { targets }: HoursStandard): number | undefined {
  if (!isPartyMember(person) || sparedFromReminders(person)) return undefined;
  const hours = targets[roleOf(person)];
  return hours === 0 ? undefined : hours;
}

function roleOf({ posts }: Person): keyof HoursStandard['targets'] {
  if (posts.includes('书记')) return '书记';
  return posts.some(isOfficerPost) ? '班子' : '党员';
}
