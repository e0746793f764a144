import type { Duties } from '../duties/duties.ts';
import type { Hours } from '../hours/hours.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { creditAttended, type CreditedHours } from './held-hours.ts';
import type { CurrentRoll } from './read-roll.ts';
import { isThere } from './roll.ts';

/**
 * States that a meeting was held: its duty is met, those who were there get their hours, and its codes end.
 * Fails at the commit when the meeting or its roll changed meanwhile.
 */
export type StateHeld = (
  work: UnitOfWork,
  meeting: Meeting,
  roll: CurrentRoll,
  roster: Roster,
) => CreditedHours;

export interface StateHeldParts {
  readonly store: Pick<AttendanceStore, 'dropSecret' | 'expectUnchanged'>;
  readonly meetings: Pick<MeetingStore, 'change'>;
  readonly types: readonly MeetingType[];
  readonly rules: CheckInRules;
  readonly hours: Pick<Hours, 'credit'>;
  readonly duties: Pick<Duties, 'fulfil'>;
}

export function createStateHeld(parts: StateHeldParts): StateHeld {
  const { store, meetings, types, duties } = parts;

  return (work, meeting, roll, roster) => {
    const { number, organisation, date } = meeting;
    const type = types.find(({ code }) => code === meeting.type);
    meetings.change(work, meeting, { ...meeting, state: 'held' });
    store.expectUnchanged(work, number, roll.facts);
    store.dropSecret(work, number);
    if (type?.duty !== undefined) {
      duties.fulfil(work, { organisation, duty: type.duty, date, evidence: { kind: 'meeting', number } });
    }
    const there = roll.lines.filter(isThere).flatMap(({ userid }) => roster.find(userid)?.person ?? []);
    return creditAttended(work, there, meeting, type, parts);
  };
}
