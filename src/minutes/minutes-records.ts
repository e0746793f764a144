import type { MeetingStore } from '../meetings/meeting-store.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import { addDays, addMonths, type LocalDate } from '../time/local-date.ts';
import type { MinutesStore } from './minutes-store.ts';

/** Drafts are no archive: they go when the paper has taken their place. */
export interface MinutesRecords {
  /**
   * Deletes drafts that were exported 30 days ago (domain §11.2), and those that nobody exported within a
   * year after the meeting. Can be done again.
   */
  clear(today: LocalDate): Promise<void>;
}

const daysAfterExport = 30;
const monthsAfterMeeting = 12;

export function createMinutesRecords({
  store,
  meetings,
  commit,
}: {
  readonly store: MinutesStore;
  readonly meetings: Pick<MeetingStore, 'find'>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}): MinutesRecords {
  return {
    async clear(today) {
      for (const number of await store.drafts()) {
        const [meeting, draft] = await Promise.all([meetings.find(number), store.find(number)]);
        const work = createUnitOfWork();
        if (meeting === undefined) store.drop(work, number);
        else if (isOver(meeting.date, draft, today)) store.delete(work, draft, today);
        else continue;
        // A failed expectation says that somebody wrote just now: the next night will do.
        await commit(work);
      }
    },
  };
}

function isOver(
  met: LocalDate,
  { exported, deleted }: { readonly exported?: LocalDate; readonly deleted?: LocalDate },
  today: LocalDate,
): boolean {
  if (deleted !== undefined) return false;
  if (exported !== undefined) return addDays(exported, daysAfterExport) < today;
  return addMonths(met, monthsAfterMeeting) < today;
}
