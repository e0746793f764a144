import { createOwnAttendance } from './attendance/own-attendance.ts';
import { createOwnMarks } from './contests/own-marks.ts';
import { createOwnCases } from './flows/own-cases.ts';
import { createOwnHours } from './hours/own-hours.ts';
import type { Library } from './library/library.ts';
import { createOwnReplies } from './meetings/own-replies.ts';
import { createOwnReceipts } from './notices/own-receipts.ts';
import type { ReceiptStore } from './notices/receipt-store.ts';
import { createOwnResults } from './papers/own-results.ts';
import { createOwnData, type OwnData } from './personal-data/own-data.ts';
import { createOwnProfile } from './personal-data/own-profile.ts';
import { createOwnAnswers } from './quiz/own-answers.ts';
import type { ReviewPush } from './quiz/review-push.ts';
import type { Stores } from './stores.ts';
import { createOwnCheckIns } from './study/own-check-ins.ts';
import { createOwnStudy } from './study/own-study.ts';
import type { Surveys } from './surveys/surveys.ts';
import type { Zone } from './time/zone.ts';

export interface OwnRecordParts {
  readonly stores: Stores;
  readonly library: Library;
  readonly receipts: ReceiptStore;
  readonly surveys: Surveys;
  readonly reviews: ReviewPush;
  readonly zone: Zone;
}

/** What every domain stores about a member, for 我的数据. */
export function ownRecords({ stores, library, receipts, surveys, reviews, zone }: OwnRecordParts): OwnData {
  return createOwnData([
    createOwnProfile({ surveys, reviews }),
    createOwnStudy(stores.study, library.studyItems),
    createOwnCheckIns(stores.checkIns),
    createOwnAnswers(stores.quiz, library.quizQuestions),
    createOwnResults({ store: stores.papers, sheets: stores.sheets, zone }),
    createOwnMarks(stores.contests),
    createOwnReplies(stores),
    createOwnAttendance(stores),
    createOwnHours(stores.hours),
    createOwnReceipts({ store: stores.notices, receipts, answers: stores.noticeAnswers, zone }),
    createOwnCases(stores.cases),
  ]);
}
