import { flowCommands } from '../handlers/flow-commands.ts';
import { commands } from '../handlers/index.ts';
import { createAudiences } from './audiences/audiences.ts';
import { createAudienceListStore } from './audiences/audience-list-store.ts';
import { createAttendanceServices } from './attendance/attendance-services.ts';
import { createAttendanceStore } from './attendance/attendance-store.ts';
import { createOwnAttendance } from './attendance/own-attendance.ts';
import { createAutomatic } from './automatic/automatic.ts';
import { createAutomaticStore } from './automatic/automatic-store.ts';
import { createDesks } from './chat/desk-store.ts';
import { createContestServices } from './contests/contest-services.ts';
import { createContestStore } from './contests/contest-store.ts';
import { createOwnMarks } from './contests/own-marks.ts';
import type { OutboxEntry } from './delivery/outbox-entry.ts';
import type { Quota } from './delivery/quota.ts';
import type { Unreachable } from './delivery/unreachable.ts';
import type { Withdrawals } from './delivery/withdrawals.ts';
import { createDuties } from './duties/duties.ts';
import { createDutyStore } from './duties/duty-store.ts';
import { createFigures } from './figures/figures.ts';
import { createCaseStore } from './flows/case-store.ts';
import { createFlowServices } from './flows/flow-services.ts';
import { createOwnCases } from './flows/own-cases.ts';
import { createHoursServices } from './hours/hours-services.ts';
import { createHoursStore } from './hours/hours-store.ts';
import { createOwnHours } from './hours/own-hours.ts';
import type { Library } from './library/library.ts';
import { createSearch } from './library/search.ts';
import { studyDocuments } from './library/study-documents.ts';
import type { Log } from './log.ts';
import { createMeetingStore } from './meetings/meeting-store.ts';
import { createReplyStore } from './meetings/reply-store.ts';
import { createMorningPush } from './morning/morning-push.ts';
import { createOwnReceipts } from './notices/own-receipts.ts';
import { createNoticeDesk } from './notices/notice-desk-store.ts';
import { createNoticeServices } from './notices/notice-services.ts';
import { createNoticeStore } from './notices/notice-store.ts';
import type { ReceiptStore } from './notices/receipt-store.ts';
import { createPaperDiary } from './papers/paper-diary-store.ts';
import { createPaperServices } from './papers/paper-services.ts';
import { createOwnResults } from './papers/own-results.ts';
import { createPaperStore } from './papers/paper-store.ts';
import { createSheetStore } from './papers/sheet-store.ts';
import { createOwnData } from './personal-data/own-data.ts';
import { createOwnProfile } from './personal-data/own-profile.ts';
import { createPersonalData } from './personal-data/personal-data.ts';
import { createOwnWeek } from './pictures/own-week.ts';
import { createPost } from './post/post.ts';
import { createPreferenceChanges } from './preferences/preferences.ts';
import { commit as commitTo } from './redis/commit.ts';
import type { RedisClient } from './redis/connect.ts';
import type { Keys } from './redis/keys.ts';
import type { StatedWork, UnitOfWork } from './redis/unit-of-work.ts';
import { createQuestionBank } from './quiz/question-bank.ts';
import { createOwnAnswers } from './quiz/own-answers.ts';
import { createQuiz } from './quiz/quiz.ts';
import { quizDocuments } from './quiz/quiz-documents.ts';
import { createQuizStore } from './quiz/quiz-store.ts';
import { createReviewPush } from './quiz/review-push.ts';
import { createReminders } from './reminders/reminders.ts';
import { createReminderStore } from './reminders/reminder-store.ts';
import { createRetention } from './retention/retention.ts';
import type { CurrentRoster } from './roster/current-roster.ts';
import type { RosterStore } from './roster/roster-store.ts';
import type { JobServices } from './services.ts';
import { createAssignment } from './study/assign-item.ts';
import { createOwnCheckIns } from './study/own-check-ins.ts';
import { createOwnStudy } from './study/own-study.ts';
import { createStudy } from './study/study.ts';
import { createStudyStore } from './study/study-store.ts';
import { createSurveyServices } from './surveys/survey-services.ts';
import { createSurveyStore } from './surveys/survey-store.ts';
import { createWorkCalendar } from './time/work-calendar.ts';
import type { Zone } from './time/zone.ts';
import { createUndo } from './undo/undo.ts';

export interface DomainParts {
  readonly redis: RedisClient;
  readonly keys: Keys;
  readonly zone: Zone;
  readonly library: Library;
  readonly log: Log;
  readonly currentRoster: CurrentRoster;
  readonly rosterStore: RosterStore;
  readonly receiptStore: ReceiptStore;
  readonly unreachable: Unreachable;
  readonly withdrawals: Withdrawals;
  readonly quota: Quota;
  /** Not in the store; what has to be unreadable there is sealed with it. */
  readonly sealingSecret: string;
  /** States one accepted call to WeCom, due at an instant. */
  accept(work: UnitOfWork, entry: OutboxEntry, due: number): void;
}

/** Joins the domains over their stores into what handlers and jobs may use. */
export function createDomains(parts: DomainParts): JobServices {
  const { redis, keys, zone, library, log, currentRoster, rosterStore } = parts;
  const { receiptStore, unreachable, sealingSecret, accept } = parts;
  const {
    redis,
    keys,
    zone,
    library,
    log,
    currentRoster,
    rosterStore,
    noticeStore,
    unreachable,
    withdrawals,
    sealingSecret,
    accept,
  } = parts;
  const items = library.studyItems;
  const questions = library.quizQuestions;
  const calendar = createWorkCalendar(library.calendars);
  const commit = (work: StatedWork): Promise<number | undefined> => commitTo(redis, work);
  const roster = (): ReturnType<CurrentRoster['latest']> => currentRoster.latest();

  const desks = createDesks(redis, keys);
  const hoursStore = createHoursStore(redis, keys);
  const studyStore = createStudyStore(redis, keys);
  const quizStore = createQuizStore(redis, keys);
  const paperStore = createPaperStore(redis, keys);
  const sheetStore = createSheetStore(redis, keys);
  const contestStore = createContestStore(redis, keys);
  const noticeStore = createNoticeStore(redis, keys);
  const assignment = createAssignment(desks, studyStore);
  const audiences = createAudiences(createAudienceListStore(redis, keys));
  const post = createPost({ desks, zone, calendar, accept });
  const automatic = createAutomatic({
    store: createAutomaticStore(redis, keys),
    post,
    zone,
    log,
    stillNeeded: async (waiting) => caseRounds.stillNeeded(await morningPush.stillNeeded(waiting)),
    commit,
  });
  /** What nearly every domain works with. */
  const common = { calendar, zone, log, desks, audiences, post, automatic, unreachable, roster, commit };
  const pushed = { ...common, items, questions, assignment, study: studyStore, quiz: quizStore };
  const morningPush = createMorningPush(pushed);
  const { takeBackHours, ...hoursServices } = createHoursServices({
    rules: library.hours,
    store: hoursStore,
    desks,
  });
  const { takeUp, paperRecords, ...tests } = createPaperServices({
    ...common,
    bank: questions,
    store: paperStore,
    diary: createPaperDiary(redis, keys),
    sheets: sheetStore,
    hours: hoursServices.hours,
  });
  const noticeServices = createNoticeServices({
    ...parts,
    ...common,
    store: noticeStore,
    receipts: receiptStore,
    desk: createNoticeDesk(desks.key),
    rules: library.notices,
  });
  const reviewPush = createReviewPush({ ...common, questions, store: quizStore });
  const { contestRecords, ...contests } = createContestServices({
    ...common,
    bank: questions,
    store: contestStore,
    figures: quizStore,
  });
  const caseStore = createCaseStore(redis, keys);
  const { caseRounds, caseRecords, ...flowServices } = createFlowServices({
    ...common,
    flows: library.flows,
    store: caseStore,
    withdrawals,
  });
  const surveyServices = createSurveyServices({
    ...common,
    templates: library.surveys,
    store: createSurveyStore(redis, keys, sealingSecret),
  });
  const duties = createDuties({ store: createDutyStore(redis, keys) });
  const meetingStore = createMeetingStore(redis, keys);
  const attendanceStore = createAttendanceStore(redis, keys);
  const { attendanceRecords, takeBackSigning, ...attendanceServices } = createAttendanceServices({
    ...common,
    store: attendanceStore,
    meetings: meetingStore,
    replies: createReplyStore(redis, keys),
    types: library.meetingTypes,
    rules: library.checkIn,
    hours: hoursServices.hours,
    duties,
  });
  const search = createSearch([...studyDocuments(items), ...quizDocuments(questions)]);
  /** What is stored about people: shown to them, and forgotten in time. */
  const records = {
    ...common,
    notices: noticeServices.notices,
    study: studyStore,
    quiz: quizStore,
    papers: paperRecords,
    contests: contestRecords,
    cases: caseRecords,
    attendance: attendanceRecords,
    hours: hoursStore,
  };

  return {
    commands: [...commands, ...flowCommands(library.flows, commands)],
    library,
    calendar,
    zone,
    study: createStudy({ ...common, items, store: studyStore, assignment }),
    audiences,
    ...noticeServices,
    ...tests,
    ...contests,
    ...hoursServices,
    ...flowServices,
    ...attendanceServices,
    duties,
    ...surveyServices,
    reminders: createReminders({
      ...pushed,
      ...noticeServices,
      store: createReminderStore(redis, keys),
      cases: flowServices.cases,
      store: createReminderStore(redis, keys),
      unreachable,
      takeUp,
    }),
    figures: createFigures({ ...common, study: studyStore }),
    ownWeek: createOwnWeek({ study: studyStore, quiz: quizStore }),
    preferences: createPreferenceChanges(desks),
    questionBank: createQuestionBank(questions, quizStore),
    quiz: createQuiz({ ...common, questions, store: quizStore }),
    personalData: createPersonalData({ ...records, surveys: surveyServices.surveys }),
    undo: createUndo(desks, {
      hours: takeBackHours,
      attendance: takeBackSigning,
      nudge: noticeServices.noticeNudging.takeBack,
      case: (turn, detail) => flowServices.takeBackCase(turn, Number(detail)),
    }),
    ownData: createOwnData([
      createOwnProfile({ surveys: surveyServices.surveys, reviews: reviewPush }),
      createOwnStudy(studyStore, items),
      createOwnCheckIns(studyStore),
      createOwnAnswers(quizStore, questions),
      createOwnResults({ store: paperStore, sheets: sheetStore, zone }),
      createOwnMarks(contestStore),
      createOwnAttendance(attendanceStore, meetingStore),
      createOwnHours(hoursStore),
      createOwnReceipts({ store: noticeStore, receipts: receiptStore, zone }),
      createOwnCases(caseStore),
      createOwnReceipts(noticeStore),
    ]),
    search: (query) => search.search(query),
    roster,
    automatic,
    morningPush,
    reviewPush,
    retention: createRetention({ ...records, rosterStore }),
    caseRounds,
    retention: createRetention({ ...records, rosterStore, notices, unreachable }),
  };
}
