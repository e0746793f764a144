import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { briefedIn } from './briefed.ts';
import { morning } from '../time/morning.ts';

/**
 * When everybody's morning message goes out on a day. What falls due within the same hour is one message
 * (contract §4): it opens with the study item at 8:30 or, for whoever gets the Monday brief, with that at
 * 8:45. What comes along is due a minute later, so that it never goes out before its opening is there.
 */
export interface MorningTimes {
  /** Whether the message opens with the brief. */
  opensWithBrief(userid: string): boolean;
  /** The instant at which what comes along is due. */
  alongside(userid: string): number;
}

const morningWithBrief = 8 * 60 + 45;

export function morningTimes(
  roster: Roster,
  today: LocalDate,
  { calendar, zone }: { readonly calendar: WorkCalendar; readonly zone: Zone },
): MorningTimes {
  const briefed = calendar.isFirstWorkdayOfWeek(today) ? briefedIn(roster) : [];
  const userids = new Set(briefed.map(({ officer }) => officer.userid));
  const opensWithBrief = (userid: string): boolean => userids.has(userid);
  return {
    opensWithBrief,
    alongside: (userid) => zone.instantOf(today, (opensWithBrief(userid) ? morningWithBrief : morning) + 1),
  };
}
