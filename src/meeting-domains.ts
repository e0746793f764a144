import type { AttendanceRecords } from './attendance/attendance-records.ts';
import { createAttendanceServices, type AttendanceServices } from './attendance/attendance-services.ts';
import { createYearMeetings } from './attendance/year-meetings.ts';
import type { Automatic } from './automatic/automatic.ts';
import type { Desks } from './chat/desk-store.ts';
import type { Duties } from './duties/duties.ts';
import type { TakeBackCase } from './flows/taking-back.ts';
import type { Tasks } from './flows/tasks.ts';
import type { Hours } from './hours/hours.ts';
import type { Library } from './library/library.ts';
import type { MeetingRecords } from './meetings/meeting-records.ts';
import { createMeetingServices, type MeetingServices } from './meetings/meeting-services.ts';
import type { MinutesRecords } from './minutes/minutes-records.ts';
import { createMinutesServices, type MinutesServices } from './minutes/minutes-services.ts';
import type { Post } from './post/post.ts';
import type { StatedWork } from './redis/unit-of-work.ts';
import type { MeetingReminderParts } from './reminders/meeting-reminder.ts';
import type { Roster } from './roster/roster-view.ts';
import type { Stores } from './stores.ts';
import type { WorkCalendar } from './time/work-calendar.ts';
import type { Zone } from './time/zone.ts';
import type { TakeBack } from './undo/undo.ts';
import type { ReadYearPart } from './year-book/year-part.ts';

/** The domains round a meeting, joined. */
export interface MeetingDomains {
  readonly services: Omit<MeetingServices, 'meetingRecords'> &
    MinutesServices &
    Pick<AttendanceServices, 'attendance' | 'closeDue'>;
  /** What is stored about people. */
  readonly records: {
    readonly meetings: MeetingRecords;
    readonly attendance: AttendanceRecords;
    readonly minutes: MinutesRecords;
  };
  /** For 提醒 会议. */
  readonly remindable: Omit<MeetingReminderParts, 'remindPeople'>;
  readonly takeBack: { readonly attendance: TakeBack; readonly minutes: TakeBack };
  readonly yearMeetings: ReadYearPart;
}

export interface MeetingDomainParts {
  readonly stores: Pick<
    Stores,
    'attendance' | 'meetingReminders' | 'meetingSeries' | 'meetings' | 'minutes' | 'participants'
  >;
  readonly library: Library;
  readonly zone: Zone;
  readonly desks: Desks;
  readonly automatic: Automatic;
  readonly post: Post;
  readonly calendar: WorkCalendar;
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
  const { meetings, participants } = stores;
  const common = { ...parts, meetings, participants, types: library.meetingTypes, rules: library.checkIn };

  const { attendance, closeDue, attendanceRecords, takeBackSigning, ledMeetings, readRoll } =
    createAttendanceServices({ ...common, store: stores.attendance });
  const { meetingRecords, ...services } = createMeetingServices({
    ...common,
    store: meetings,
    marks: stores.meetingReminders,
    seriesStore: stores.meetingSeries,
    rolls: attendanceRecords,
    readRoll,
  });
  const { minutes, makeUpStudy, minutesRecords, takeBackMinutes } = createMinutesServices({
    ...common,
    store: stores.minutes,
    ledMeetings,
    readRoll,
  });
  return {
    services: { ...services, attendance, closeDue, minutes, makeUpStudy },
    records: { meetings: meetingRecords, attendance: attendanceRecords, minutes: minutesRecords },
    remindable: { store: meetings, view: services.meetings.view, zone: parts.zone },
    takeBack: { attendance: takeBackSigning, minutes: takeBackMinutes },
    yearMeetings: createYearMeetings({ ...common, readRoll }),
  };
}
