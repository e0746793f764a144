import { createAttendanceStore, type AttendanceStore } from './attendance/attendance-store.ts';
import { createAudienceListStore, type AudienceListStore } from './audiences/audience-list-store.ts';
import { createAutomaticStore, type AutomaticStore } from './automatic/automatic-store.ts';
import { createContestStore, type ContestStore } from './contests/contest-store.ts';
import { createDutyDaysStore, type DutyDaysStore } from './duties/duty-days-store.ts';
import { createRemindedStore, type RemindedStore } from './duties/reminded-store.ts';
import { createDutyStore, type DutyStore } from './duties/duty-store.ts';
import { createCaseStore, type CaseStore } from './flows/case-store.ts';
import { createCategoryCodes } from './hours/category-codes.ts';
import { createHoursStore, type HoursStore } from './hours/hours-store.ts';
import type { Library } from './library/library.ts';
import { createMeetingStore, type MeetingStore } from './meetings/meeting-store.ts';
import { createParticipantStore, type ParticipantStore } from './meetings/participant-store.ts';
import { createReminderMarkStore, type ReminderMarkStore } from './meetings/reminder-mark-store.ts';
import { createMinutesStore, type MinutesStore } from './minutes/minutes-store.ts';
import { createSeriesStore, type SeriesStore } from './meetings/series-store.ts';
import { createAnswerStore, type AnswerStore } from './notices/answer-store.ts';
import { createNoticeStore, type NoticeStore } from './notices/notice-store.ts';
import { createPaperDiary, type PaperDiary } from './papers/paper-diary-store.ts';
import { createPaperStore, type PaperStore } from './papers/paper-store.ts';
import { createSheetStore, type SheetStore } from './papers/sheet-store.ts';
import { createQuizStore, type QuizStore } from './quiz/quiz-store.ts';
import { createReminderStore, type ReminderStore } from './reminders/reminder-store.ts';
import { createCheckInStore, type CheckInStore } from './study/check-in-store.ts';
import { createStudyStore, type StudyStore } from './study/study-store.ts';
import { createSurveyStore, type SurveyStore } from './surveys/survey-store.ts';
import type { RedisClient } from './redis/connect.ts';
import type { Keys } from './redis/keys.ts';

/** What the domains keep, each in its own keys. */
export interface Stores {
  readonly attendance: AttendanceStore;
  readonly audienceLists: AudienceListStore;
  readonly automatic: AutomaticStore;
  readonly cases: CaseStore;
  readonly checkIns: CheckInStore;
  readonly contests: ContestStore;
  readonly duties: DutyStore;
  readonly dutyDays: DutyDaysStore;
  readonly dutyReminded: RemindedStore;
  readonly hours: HoursStore;
  readonly meetingReminders: ReminderMarkStore;
  readonly meetingSeries: SeriesStore;
  readonly meetings: MeetingStore;
  readonly minutes: MinutesStore;
  readonly noticeAnswers: AnswerStore;
  readonly notices: NoticeStore;
  readonly paperDiary: PaperDiary;
  readonly papers: PaperStore;
  readonly participants: ParticipantStore;
  readonly quiz: QuizStore;
  readonly reminders: ReminderStore;
  readonly sheets: SheetStore;
  readonly study: StudyStore;
  readonly surveys: SurveyStore;
}

export function createStores({
  redis,
  keys,
  library,
  sealingSecret,
}: {
  readonly redis: RedisClient;
  readonly keys: Keys;
  readonly library: Pick<Library, 'hours'>;
  /** What has to be unreadable in Redis is sealed with it. */
  readonly sealingSecret: string;
}): Stores {
  return {
    attendance: createAttendanceStore(redis, keys),
    audienceLists: createAudienceListStore(redis, keys),
    automatic: createAutomaticStore(redis, keys),
    cases: createCaseStore(redis, keys),
    checkIns: createCheckInStore(redis, keys),
    contests: createContestStore(redis, keys),
    duties: createDutyStore(redis, keys),
    dutyDays: createDutyDaysStore(redis, keys),
    dutyReminded: createRemindedStore(redis, keys),
    hours: createHoursStore(redis, keys, createCategoryCodes(library.hours)),
    meetingReminders: createReminderMarkStore(redis, keys),
    meetingSeries: createSeriesStore(redis, keys),
    meetings: createMeetingStore(redis, keys),
    minutes: createMinutesStore(redis, keys),
    noticeAnswers: createAnswerStore(redis, keys),
    notices: createNoticeStore(redis, keys),
    paperDiary: createPaperDiary(redis, keys),
    papers: createPaperStore(redis, keys),
    participants: createParticipantStore(redis, keys),
    quiz: createQuizStore(redis, keys),
    reminders: createReminderStore(redis, keys),
    sheets: createSheetStore(redis, keys),
    study: createStudyStore(redis, keys),
    surveys: createSurveyStore(redis, keys, sealingSecret),
  };
}
