import { isPartyMember } from '../roster/party-member.ts';
import type { Person } from '../roster/roster.ts';
import { addDays, addMonths, yearOf, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';

/** The anniversary of somebody's joining (政治生日), greeted on a day. */
export interface Anniversary {
  readonly person: Person;
  readonly joinedOn: LocalDate;
  /** The day itself: today, or a day off that follows. */
  readonly on: LocalDate;
  readonly years: number;
}

/**
 * The anniversaries to be greeted on a day: its own, and those of the days off behind it, since nothing
 * goes out on a day off. Whoever joined on 29 February has it on 28 February in other years.
 */
export function anniversariesOn(
  people: readonly Person[],
  today: LocalDate,
  calendar: WorkCalendar,
): readonly Anniversary[] {
  if (!calendar.isWorkday(today)) return [];
  const days: LocalDate[] = [];
  for (let day = today; day < calendar.nextWorkday(today); day = addDays(day, 1)) days.push(day);
  return people.flatMap((person) => {
    const { joinedOn } = person;
    if (joinedOn === undefined || !isPartyMember(person)) return [];
    const on = days.find((day) => isAnniversary(joinedOn, day));
    return on === undefined ? [] : [{ person, joinedOn, on, years: yearOf(on) - yearOf(joinedOn) }];
  });
}

function isAnniversary(joinedOn: LocalDate, day: LocalDate): boolean {
  const years = yearOf(day) - yearOf(joinedOn);
  return years > 0 && addMonths(joinedOn, 12 * years) === day;
}
