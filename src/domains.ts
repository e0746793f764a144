import { flowCommands } from '../handlers/flow-commands.ts';
import { commands } from '../handlers/index.ts';
import { createAudiences } from './audiences/audiences.ts';
import { neededByAll } from './automatic/needed-by-all.ts';
import { createAutomatic } from './automatic/automatic.ts';
import { createDesks } from './chat/desk-store.ts';
import { createBrief } from './brief/brief.ts';
import { createContestServices } from './contests/contest-services.ts';
import type { OutboxEntry } from './delivery/outbox-entry.ts';
import type { Quota } from './delivery/quota.ts';
import type { Unreachable } from './delivery/unreachable.ts';
import type { Withdrawals } from './delivery/withdrawals.ts';
import { createArrangedMeetings } from './duties/arranged-meetings.ts';
import { createDutyServices } from './duties/duty-services.ts';
import { createFigures } from './figures/figures.ts';
import { createRegister } from './figures/register.ts';
import { createFlowServices } from './flows/flow-services.ts';
import { createHoursServices } from './hours/hours-services.ts';
import { createYearHours } from './hours/year-hours.ts';
import type { Library } from './library/library.ts';
import { createSearch } from './library/search.ts';
import { createFinding } from './study/finding.ts';
import type { Log } from './log.ts';
import { createMeetingDomains } from './meeting-domains.ts';
import { createMeetingToDos } from './meetings/meeting-to-dos.ts';
import { createMorningPush } from './morning/morning-push.ts';
import { createNoticeDesk } from './notices/notice-desk-store.ts';
import { createNoticeNotes } from './notices/notice-notes.ts';
import { createNoticeServices } from './notices/notice-services.ts';
import type { ReceiptStore } from './notices/receipt-store.ts';
import { createOccasions } from './occasions/occasions.ts';
import { createTestedDays } from './papers/closed-papers.ts';
import { createPaperServices } from './papers/paper-services.ts';
import { createPaperToDos } from './papers/paper-to-dos.ts';
import { createPersonalData } from './personal-data/personal-data.ts';
import { createOwnWeek } from './pictures/own-week.ts';
import type { Address } from './post/addressing.ts';
import { createPost } from './post/post.ts';
import { createPreferenceChanges } from './preferences/preferences.ts';
import { commit as commitTo } from './redis/commit.ts';
import type { RedisClient } from './redis/connect.ts';
import type { Keys } from './redis/keys.ts';
import type { StatedWork, UnitOfWork } from './redis/unit-of-work.ts';
import { ownRecords } from './own-records.ts';
import { createQuestionBank } from './quiz/question-bank.ts';
import { createQuiz } from './quiz/quiz.ts';
import { createReviewPush } from './quiz/review-push.ts';
import { createReminders } from './reminders/reminders.ts';
import { createRetention } from './retention/retention.ts';
import type { CurrentRoster } from './roster/current-roster.ts';
import type { RosterStore } from './roster/roster-store.ts';
import type { JobServices } from './services.ts';
import { createStores } from './stores.ts';
import { createAssignment } from './study/assign-item.ts';
import { findable } from './study/findable.ts';
import { createStudy } from './study/study.ts';
import { createSurveyServices } from './surveys/survey-services.ts';
import { createWorkCalendar } from './time/work-calendar.ts';
import type { Zone } from './time/zone.ts';
import { createUndo } from './undo/undo.ts';
import { createYearBook } from './year-book/year-book.ts';

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
  readonly address: Address;
  /** States one accepted call to WeCom, due at an instant. */
  accept(work: UnitOfWork, entry: OutboxEntry, due: number): void;
}

/** Joins the domains over their stores into what handlers and jobs may use. */
export function createDomains(parts: DomainParts): JobServices {
  const { redis, keys, zone, library, log, currentRoster, rosterStore } = parts;
  const { receiptStore, unreachable, withdrawals, address, accept } = parts;
  const items = library.studyItems;
  const questions = library.quizQuestions;
  const calendar = createWorkCalendar(library.calendars);
  const commit = (work: StatedWork): Promise<number | undefined> => commitTo(redis, work);
  const roster = (): ReturnType<CurrentRoster['latest']> => currentRoster.latest();

  const desks = createDesks(redis, keys);
  const stores = createStores(parts);
  const assignment = createAssignment(desks, stores.study);
  const audiences = createAudiences(stores.audienceLists);
  const post = createPost({ address, accept });
  const automatic = createAutomatic({
    store: stores.automatic,
    post,
    zone,
    log,
    stillNeeded: (waiting, now) =>
      neededByAll([morningPush, caseRounds, dutyServices.dutyReminders, brief], waiting, now),
    commit,
  });
  /** What nearly every domain works with. */
  const common = { calendar, zone, log, desks, audiences, post, automatic, unreachable, roster, commit };
  /** What asks the questions of the bank. */
  const asking = { ...common, bank: questions, figures: stores.quiz };
  const pushed = { ...common, items, questions, assignment, study: stores.study, quiz: stores.quiz };
  const morningPush = createMorningPush(pushed);
  const { takeBackHours, ...hoursServices } = createHoursServices({
    rules: library.hours,
    store: stores.hours,
    desks,
  });
  const { takeBackDuty, dutyToDos, yearDuties, dutyRecords, ...dutyServices } = createDutyServices({
    ...common,
    rules: library.duties,
    store: stores.duties,
    days: stores.dutyDays,
    reminded: stores.dutyReminded,
    hours: { rules: library.hours, store: stores.hours },
    testedDays: createTestedDays({ store: stores.papers, sheets: stores.sheets }),
    arranged: createArrangedMeetings(library.meetingTypes, stores.meetings),
  });
  const { takeUp, paperRecords, ...tests } = createPaperServices({
    ...asking,
    store: stores.papers,
    diary: stores.paperDiary,
    sheets: stores.sheets,
    hours: hoursServices.hours,
  });
  const noticeServices = createNoticeServices({
    ...parts,
    ...common,
    store: stores.notices,
    receipts: receiptStore,
    answers: stores.noticeAnswers,
    desk: createNoticeDesk(desks.key),
    rules: library.notices,
  });
  const reviewPush = createReviewPush({ ...common, questions, store: stores.quiz });
  const { contestRecords, ...contests } = createContestServices({
    ...asking,
    store: stores.contests,
  });
  const { caseRounds, caseRecords, caseNotes, ...flowServices } = createFlowServices({
    ...common,
    flows: library.flows,
    store: stores.cases,
    withdrawals,
  });
  const surveyServices = createSurveyServices({
    ...common,
    templates: library.surveys,
    store: stores.surveys,
  });
  const meetings = createMeetingDomains({
    ...common,
    ...flowServices,
    library,
    stores,
    hours: hoursServices.hours,
    duties: dutyServices.duties,
  });
  const questionBank = createQuestionBank(questions, stores.quiz);
  const brief = createBrief({
    ...common,
    sources: [
      dutyToDos,
      createMeetingToDos({ store: stores.meetings, participants: stores.participants }),
      createPaperToDos({ store: stores.papers, diary: stores.paperDiary, sheets: stores.sheets, zone }),
    ],
    noteSources: [caseNotes, createNoticeNotes({ store: stores.notices, receipts: receiptStore })],
  });
  /** What is stored about people: shown to them, and forgotten in time. */
  const records = {
    ...common,
    notices: noticeServices.notices,
    study: stores.study,
    checkIns: stores.checkIns,
    quiz: stores.quiz,
    papers: paperRecords,
    contests: contestRecords,
    cases: caseRecords,
    duties: dutyRecords,
    ...meetings.records,
    hours: stores.hours,
  };

  return {
    commands: [...commands, ...flowCommands(library.flows)],
    library,
    calendar,
    zone,
    study: createStudy({ ...common, items, store: stores.study, checkIns: stores.checkIns, assignment }),
    audiences,
    ...noticeServices,
    ...tests,
    ...contests,
    ...hoursServices,
    ...flowServices,
    ...meetings.services,
    ...dutyServices,
    brief,
    ...createOccasions(common, library),
    ...surveyServices,
    reminders: createReminders({
      ...pushed,
      ...noticeServices,
      cases: flowServices.cases,
      store: stores.reminders,
      takeUp,
      meetings: meetings.remindable,
    }),
    figures: createFigures({ ...common, study: stores.study, checkIns: stores.checkIns, quiz: stores.quiz }),
    register: createRegister({ ...common, ...noticeServices, ...flowServices }),
    ownWeek: createOwnWeek(stores),
    preferences: createPreferenceChanges(desks),
    questionBank,
    quiz: createQuiz({ ...common, questions, store: stores.quiz }),
    personalData: createPersonalData({ ...records, surveys: surveyServices.surveys }),
    undo: createUndo(desks, {
      hours: takeBackHours,
      ...meetings.takeBack,
      nudge: noticeServices.noticeNudging.takeBack,
      duty: takeBackDuty,
      case: (turn, detail) => flowServices.takeBackCase(turn, Number(detail)),
    }),
    yearBook: createYearBook([meetings.yearMeetings, yearDuties, createYearHours(hoursServices.hours)]),
    ownData: ownRecords({
      stores,
      library,
      receipts: receiptStore,
      surveys: surveyServices.surveys,
      reviews: reviewPush,
      zone,
    }),
    finding: createFinding({ library, questionBank, index: createSearch(findable(library)), desks }),
    roster,
    automatic,
    morningPush,
    reviewPush,
    caseRounds,
    retention: createRetention({ ...records, rosterStore }),
  };
}
