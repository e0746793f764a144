import type { CheckInRules } from '../library/check-in-rules.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Zone } from '../time/zone.ts';

/** The instants that matter for signing in at a meeting, in milliseconds since the epoch. */
export interface CheckInTimes {
  /** From this one on a code is taken. */
  readonly opens: number;
  readonly starts: number;
  /** From this one on somebody is late. */
  readonly lateFrom: number;
  readonly ends: number;
  /** From this one on no code is taken any more. */
  readonly closes: number;
}

type MeetingTimes = Pick<Meeting, 'date' | 'minute' | 'until'>;

export function checkInTimes(meeting: MeetingTimes, rules: CheckInRules, zone: Zone): CheckInTimes {
  const starts = zone.instantOf(meeting.date, meeting.minute);
  const ends = starts + lengthOf(meeting, rules) * minute;
  return {
    opens: starts - rules.opensBefore * minute,
    starts,
    lateFrom: starts + rules.lateAfter * minute,
    ends,
    closes: ends + rules.closesAfter * minute,
  };
}

/** Whether people may sign in at this instant. */
export function takesPeople(
  meeting: MeetingTimes & Pick<Meeting, 'state'>,
  at: number,
  rules: CheckInRules,
  zone: Zone,
): boolean {
  const { opens, closes } = checkInTimes(meeting, rules, zone);
  return meeting.state === 'called' && opens <= at && at < closes;
}

/** How long a meeting lasts, in minutes: as it was said, else as long as usual. */
export function lengthOf({ minute: start, until }: MeetingTimes, { usualLength }: CheckInRules): number {
  return until === undefined ? usualLength : until - start;
}

const minute = 60_000;
