import type { Roster } from '../roster/roster-view.ts';
import { addMonths, yearOf, type LocalDate } from '../time/local-date.ts';
import type { DutyStore } from './duty-store.ts';
import type { RemindedStore } from './reminded-store.ts';

/** How long is kept what organisations did. Nothing of it is about persons. */
export interface DutyRecords {
  /** Forgets the years that no rule looks back to, and old reminders. */
  clear(today: LocalDate): Promise<void>;
}

/** The longest period of a rule is five years (library/duty-pace.ts); the year before is asked for once more. */
const yearsKept = 6;
/** A reminder says nothing once its term is over; the longest, that of an election, is a year late at most. */
const monthsOfReminders = 24;

export function createDutyRecords({
  store,
  reminded,
  roster,
}: {
  readonly store: Pick<DutyStore, 'forgetYear'>;
  readonly reminded: Pick<RemindedStore, 'forget'>;
  roster(): Promise<Roster>;
}): DutyRecords {
  return {
    async clear(today) {
      const codes = (await roster()).organisations.map(({ code }) => code);
      await store.forgetYear(codes, yearOf(today) - yearsKept);
      await reminded.forget(addMonths(today, -monthsOfReminders));
    },
  };
}
