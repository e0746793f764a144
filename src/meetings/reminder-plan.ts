import { earliestSending } from '../time/sending-window.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { Meeting } from './meeting.ts';

/** A reminder of a meeting that the service sends by itself. */
export interface PlannedReminder {
  /** Whom it is for: those who have not replied, or those who said that they come. */
  readonly to: 'unanswered' | 'coming';
  /** When it is due, in milliseconds since the epoch; somebody's quiet hours may put it off. */
  readonly at: number;
  /** From when on it is of no use any more. */
  readonly until: number;
}

/**
 * One working day before, at the same time of the day, to those who have not replied; one hour before to
 * those who said yes. Both only when people may be written to (contract §4): what falls in the night waits
 * until 8:00, and when the meeting is on a day off the second one goes out on the working day before, too.
 * What was due before the meeting was called or moved is left out: everybody has just been told.
 */
export function remindersOf(
  meeting: Pick<Meeting, 'date' | 'minute' | 'changedAt'>,
  { zone, calendar }: { readonly zone: Zone; readonly calendar: WorkCalendar },
): readonly PlannedReminder[] {
  const { date, minute, changedAt } = meeting;
  const start = zone.instantOf(date, minute);
  const dayBefore = zone.instantOf(calendar.previousWorkday(date), minute);
  const hourBefore = calendar.isWorkday(date) ? start - hour : dayBefore;
  const planned: readonly PlannedReminder[] = [
    { to: 'unanswered', at: sendable(dayBefore), until: start - hour },
    { to: 'coming', at: sendable(hourBefore), until: start },
  ];
  return planned.filter(({ at, until }) => at > changedAt && at < until);

  function sendable(now: number): number {
    return earliestSending({ now, kind: 'automatic', zone, calendar }) ?? now;
  }
}

const hour = 3600_000;
