import type { Hours } from '../hours/hours.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { isPartyMember } from '../roster/party-member.ts';
import type { Person } from '../roster/roster.ts';
import { lengthOf } from './check-in-times.ts';

/** What those who were at a meeting got for it. */
export interface CreditedHours {
  readonly people: number;
  /** For each of them. */
  readonly hours: number;
}

/**
 * States the credit hours of a meeting that was held for those who were there: by its length as it was
 * called, the same for all, in the category of its kind (domain §5). They are of party members only.
 */
export function creditAttended(
  work: UnitOfWork,
  people: readonly Person[],
  meeting: Meeting,
  type: MeetingType | undefined,
  { hours, rules }: { readonly hours: Pick<Hours, 'credit'>; readonly rules: CheckInRules },
): CreditedHours {
  const members = people.filter(isPartyMember);
  if (type?.hours === undefined) return { people: 0, hours: 0 };
  const credit = {
    event: { kind: 'meeting', number: meeting.number },
    category: type.hours,
    on: meeting.date,
    amount: { unit: 'hour', count: lengthOf(meeting, rules) / 60 },
  } as const;
  const each = members.map(({ userid }) => hours.credit(work, userid, credit));
  return { people: members.length, hours: each[0] ?? 0 };
}
