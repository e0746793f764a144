import { sparedFromReminders } from '../roster/audience.ts';
import { isPartyMember } from '../roster/party-member.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Person } from '../roster/roster.ts';

/** Who gets the morning's study item: 正式党员 and 预备党员, except 免提醒 and 离退 (contract §4). */
export function pushedStudyTo({ people }: Roster): readonly Person[] {
  return people.filter((person) => isPartyMember(person) && !sparedFromReminders(person));
}
