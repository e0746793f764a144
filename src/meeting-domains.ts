import type { AttendanceRecords } from './attendance/attendance-records.ts';
import { createAttendanceServices, type AttendanceServices } from './attendance/attendance-services.ts';
import type { Automatic } from './automatic/automatic.ts';
import type { Desks } from './chat/desk-store.ts';
import type { Duties } from './duties/duties.ts';
import type { TakeBackCase } from './flows/taking-back.ts';
import type { Tasks } from './flows/tasks.ts';
import type { Hours } from './hours/hours.ts';
import type { Library } from './library/library.ts';
import type { MinutesRecords } from './minutes/minutes-records.ts';
import { createMinutesServices, type MinutesServices } from './minutes/minutes-services.ts';
import type { StatedWork } from './redis/unit-of-work.ts';
import type { Roster } from './roster/roster-view.ts';
import type { Stores } from './stores.ts';
import type { Zone } from './time/zone.ts';
import type { TakeBack } from './undo/undo.ts';

/** The domains round a meeting, joined. */
export interface MeetingDomains {
  readonly services: MinutesServices & Pick<AttendanceServices, 'attendance' | 'closeDue'>;
  /** What is stored about people. */
  readonly records: { readonly attendance: AttendanceRecords; readonly minutes: MinutesRecords };
  readonly takeBack: { readonly attendance: TakeBack; readonly minutes: TakeBack };
}

export interface MeetingDomainParts {
  readonly stores: Pick<Stores, 'attendance' | 'meetingReplies' | 'meetings' | 'minutes'>;
  readonly library: Library;
  readonly zone: Zone;
  readonly desks: Desks;
  readonly automatic: Automatic;
  readonly hours: Hours;
  readonly duties: Duties;
  readonly tasks: Tasks;
  readonly takeBackCase: TakeBackCase;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createMeetingDomains(parts: MeetingDomainParts): MeetingDomains {
  const { stores, library } = parts;
  const { meetings, meetingReplies: replies } = stores;
  const common = { ...parts, meetings, types: library.meetingTypes, rules: library.checkIn };

  const { attendance, closeDue, attendanceRecords, takeBackSigning, ledMeetings, readRoll } =
    createAttendanceServices({ ...common, store: stores.attendance, replies });
  const { minutes, makeUpStudy, minutesRecords, takeBackMinutes } = createMinutesServices({
    ...common,
    store: stores.minutes,
    ledMeetings,
    readRoll,
  });
  return {
    services: { attendance, closeDue, minutes, makeUpStudy },
    records: { attendance: attendanceRecords, minutes: minutesRecords },
    takeBack: { attendance: takeBackSigning, minutes: takeBackMinutes },
  };
}
