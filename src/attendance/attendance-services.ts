import { randomBytes } from 'node:crypto';
import type { Automatic } from '../automatic/automatic.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Duties } from '../duties/duties.ts';
import type { Hours } from '../hours/hours.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { ParticipantStore } from '../meetings/participant-store.ts';
import type { StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import type { TakeBack } from '../undo/undo.ts';
import { createAttend } from './attend.ts';
import { createAttendance, type Attendance } from './attendance.ts';
import { createAttendanceRecords, type AttendanceRecords } from './attendance-records.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { createBareCode } from './bare-code.ts';
import { createCloseDue, type CloseDue } from './close-due.ts';
import { createClosing } from './closing.ts';
import { createLedMeetings, type LedMeetings } from './led-meetings.ts';
import { createMeetingCodes } from './meeting-codes.ts';
import { createOpenRolls } from './open-rolls.ts';
import { createReadRoll, type ReadRoll } from './read-roll.ts';
import { createViewRoll } from './roll-view.ts';
import { createSigning } from './signing.ts';
import { createRollEntries } from './roll-entries.ts';
import { createStateHeld } from './state-held.ts';
import { createTakeBackSigning } from './take-back-signing.ts';

/** What handlers, jobs and other domains may use of attendance. */
export interface AttendanceServices {
  readonly attendance: Attendance;
  readonly closeDue: CloseDue;
  readonly attendanceRecords: AttendanceRecords;
  readonly takeBackSigning: TakeBack;
  readonly ledMeetings: LedMeetings;
  readonly readRoll: ReadRoll;
}

export interface AttendanceServicesParts {
  readonly store: AttendanceStore;
  readonly meetings: MeetingStore;
  readonly participants: ParticipantStore;
  readonly types: readonly MeetingType[];
  readonly rules: CheckInRules;
  readonly zone: Zone;
  readonly desks: Desks;
  readonly hours: Hours;
  readonly duties: Pick<Duties, 'fulfil'>;
  readonly automatic: Pick<Automatic, 'announce'>;
  roster(): Promise<Roster>;
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createAttendanceServices(given: AttendanceServicesParts): AttendanceServices {
  const parts = { ...given, entries: createRollEntries(given) };
  const readRoll = createReadRoll(parts);
  const stateHeld = createStateHeld(parts);
  const ledMeetings = createLedMeetings(parts);
  const closing = createClosing({ ...parts, readRoll, stateHeld });
  const codes = createMeetingCodes({ ...parts, newSecret: () => randomBytes(16).toString('base64url') });

  const openRolls = createOpenRolls(parts);
  const attend = createAttend({ ...parts, openRolls });

  return {
    attendance: createAttendance({
      ...parts,
      attend,
      bareCode: createBareCode({ ...parts, attend, openRolls }),
      openRolls,
      ledMeetings,
      codes,
      readRoll,
      viewRoll: createViewRoll({ ...parts, readRoll }),
      signing: createSigning(parts),
      closing,
    }),
    closeDue: createCloseDue({ ...parts, readRoll, stateHeld }),
    attendanceRecords: createAttendanceRecords({ ...parts, readRoll }),
    takeBackSigning: createTakeBackSigning(parts),
    ledMeetings,
    readRoll,
  };
}
