import type { Meeting } from '../meetings/meeting.ts';
import { participationsOf, type ParticipationParts } from '../meetings/participations.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { AttendanceStore } from './attendance-store.ts';
import type { ReadRoll } from './read-roll.ts';
import type { RollEntries } from './roll-entries.ts';
import { readRollEntry } from './roll-entry-text.ts';
import { isThere } from './roll.ts';

/** What is kept about people's attendance, and its end (domain §11.2: 12 months, then counts only). */
export interface AttendanceRecords {
  /** In how many rolls somebody stands. */
  count(userid: string): Promise<number>;
  /** States that no roll names somebody any more; how many were there stays right. */
  forget(work: UnitOfWork, userid: string): Promise<void>;
  /**
   * States that of a roll only its figures stay, in the same step in which its names are forgotten. Fails at
   * the commit when somebody changed it just now.
   */
  archive(work: UnitOfWork, meeting: Meeting): Promise<void>;
  /** States that nothing is left of a roll. */
  drop(work: UnitOfWork, number: number): void;
}

export interface AttendanceRecordsParts extends ParticipationParts {
  readonly store: Pick<AttendanceStore, 'expectUnchanged' | 'keepFigures' | 'drop'>;
  readonly entries: Pick<RollEntries, 'forget'>;
  readonly readRoll: ReadRoll;
}

export function createAttendanceRecords(parts: AttendanceRecordsParts): AttendanceRecords {
  const { store, entries, readRoll } = parts;

  return {
    async count(userid) {
      const all = await participationsOf(userid, parts);
      return all.filter(({ participant }) => readRollEntry(participant.rollEntry) !== undefined).length;
    },
    async forget(work, userid) {
      for (const { number, participant } of await participationsOf(userid, parts)) {
        const { standing, rollEntry } = participant;
        const presence = readRollEntry(rollEntry)?.presence;
        if (presence !== undefined) entries.forget(work, number, userid, { presence, standing });
      }
    },
    async archive(work, meeting) {
      const { lines, figures, facts } = await readRoll(meeting);
      if (!lines.some(isThere) && facts.forgotten.length === 0) return;
      store.expectUnchanged(work, meeting.number, facts);
      store.keepFigures(work, meeting.number, figures);
    },
    drop: store.drop,
  };
}
