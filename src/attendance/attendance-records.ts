import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { createUnitOfWork, type StatedWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { AttendanceStore } from './attendance-store.ts';
import type { ReadRoll } from './read-roll.ts';

/** What is kept about people's attendance, and its end (domain §11.2: 12 months, then counts only). */
export interface AttendanceRecords {
  /** In how many rolls somebody stands. */
  count(userid: string): Promise<number>;
  /** States that nothing names somebody any more; how many were there stays right. */
  forget(work: UnitOfWork, userid: string): Promise<void>;
  /** Of meetings before a day only the figures stay, as long as the meetings do. Can be done again. */
  archiveBefore(day: LocalDate): Promise<void>;
}

export interface AttendanceRecordsParts {
  readonly store: AttendanceStore;
  readonly meetings: Pick<MeetingStore, 'find' | 'standings'>;
  readonly readRoll: ReadRoll;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createAttendanceRecords({
  store,
  meetings,
  readRoll,
  commit,
}: AttendanceRecordsParts): AttendanceRecords {
  return {
    count: async (userid) => (await store.rollsOf(userid)).length,
    async forget(work, userid) {
      const numbers = await store.rollsOf(userid);
      const standings = await meetings.standings(userid, numbers);
      for (const [index, number] of numbers.entries()) {
        const entry = await store.entry(number, userid);
        if (entry === undefined) continue;
        const standing = standings[index] ?? 'guest';
        store.forgetPerson(work, number, userid, { presence: entry.presence, standing });
      }
    },
    async archiveBefore(day) {
      for (const number of await store.rolls()) {
        const meeting = await meetings.find(number);
        if (meeting !== undefined && meeting.date >= day) continue;
        const work = createUnitOfWork();
        if (meeting === undefined) store.drop(work, number);
        else await archive(work, meeting);
        // A failed expectation says that somebody changed it just now: the next day will do.
        await commit(work);
      }
    },
  };

  async function archive(work: UnitOfWork, meeting: Meeting): Promise<void> {
    const { figures, facts } = await readRoll(meeting);
    if (facts.figures !== undefined) return;
    const userids = [...(await store.entries(meeting.number)).keys()];
    store.expectUnchanged(work, meeting.number, facts);
    store.archive(work, meeting.number, userids, figures);
  }
}
