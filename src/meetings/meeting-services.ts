import type { ReadRoll } from '../attendance/read-roll.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { Post } from '../post/post.ts';
import type { StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { createCalling, type Calling } from './calling.ts';
import { createCancelling, type Cancelling } from './cancelling.ts';
import { createChanging, type Changing } from './changing.ts';
import { createDecideLeave, type DecideLeave } from './deciding.ts';
import { createAskLeave, type AskLeave } from './leave.ts';
import { createMakeMeeting } from './making.ts';
import { createMeetingRecords, type MeetingRecords, type RollArchive } from './meeting-records.ts';
import { createMeantLeave } from './meant-leave.ts';
import type { MeetingStore } from './meeting-store.ts';
import { createViewMeeting, type ViewMeeting } from './meeting-view.ts';
import { createMonthlyMeetings, type MonthlyMeetings } from './monthly-meetings.ts';
import { createOwnMeetings, type OwnMeetings } from './own-meetings.ts';
import type { ParticipantStore } from './participant-store.ts';
import type { ReminderMarkStore } from './reminder-mark-store.ts';
import { createReminding, type Reminding } from './reminding.ts';
import { createSayComing, type SayComing } from './replying.ts';
import { createSeriesRounds, type SeriesRounds } from './series-rounds.ts';
import type { SeriesStore } from './series-store.ts';
import { createTelling } from './telling.ts';

/** Everything about meetings before they begin, put together over its stores. */
export interface MeetingServices {
  readonly meetings: Meetings;
  readonly meetingReminding: Reminding;
  readonly meetingSeries: SeriesRounds;
  readonly meetingRecords: MeetingRecords;
}

/** What people do with meetings. */
export interface Meetings {
  readonly own: OwnMeetings;
  readonly view: ViewMeeting;
  readonly calling: Calling;
  readonly changing: Changing;
  readonly cancelling: Cancelling;
  readonly monthly: MonthlyMeetings;
  readonly sayComing: SayComing;
  readonly askLeave: AskLeave;
  readonly decideLeave: DecideLeave;
}

export interface MeetingServiceParts {
  readonly types: readonly MeetingType[];
  readonly store: MeetingStore;
  readonly participants: ParticipantStore;
  readonly marks: ReminderMarkStore;
  readonly seriesStore: SeriesStore;
  readonly rolls: RollArchive;
  readonly readRoll: ReadRoll;
  readonly post: Post;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createMeetingServices(given: MeetingServiceParts): MeetingServices {
  const telling = createTelling(given);
  const own = createOwnMeetings(given);
  const make = createMakeMeeting({ ...given, telling });
  const parts = { ...given, telling, own, make };
  return {
    meetings: {
      own,
      view: createViewMeeting(parts),
      calling: createCalling(parts),
      changing: createChanging(parts),
      cancelling: createCancelling(parts),
      monthly: createMonthlyMeetings(given.seriesStore),
      sayComing: createSayComing(parts),
      askLeave: createAskLeave({ ...parts, meantLeave: createMeantLeave(parts) }),
      decideLeave: createDecideLeave(parts),
    },
    meetingReminding: createReminding(parts),
    meetingSeries: createSeriesRounds(parts),
    meetingRecords: createMeetingRecords(parts),
  };
}
