import type { Command } from '../src/chat/command.ts';
import { publishPaper } from './committee/publish-paper.ts';
import { questionBank } from './committee/question-bank.ts';
import { receipts } from './committee/receipts.ts';
import { schedule } from './committee/schedule.ts';
import { sendNotice } from './committee/send-notice.ts';
import { answerQuestion } from './member/answer-question.ts';
import { checkIn } from './member/check-in.ts';
import { comingReviews } from './member/coming-reviews.ts';
import { confirmNotice } from './member/confirm-notice.ts';
import { eraseMyData } from './member/erase-my-data.ts';
import { finishStudy } from './member/finish-study.ts';
import { handIn } from './member/hand-in.ts';
import { help } from './member/help.ts';
import { mine } from './member/mine.ts';
import { myData } from './member/my-data.ts';
import { notToday } from './member/not-today.ts';
import { papers } from './member/papers.ts';
import { quietHours } from './member/quiet-hours.ts';
import { readItem } from './member/read-item.ts';
import { reportQuestion } from './member/report-question.ts';
import { resume } from './member/resume.ts';
import { reviewTime } from './member/review-time.ts';
import { search } from './member/search.ts';
import { study } from './member/study.ts';
import { textOnly } from './member/text-only.ts';
import { waitingNotices } from './member/waiting-notices.ts';
import { figures } from './secretary/figures.ts';
import { makeUp } from './secretary/make-up.ts';
import { members } from './secretary/members.ts';
import { remind } from './secretary/remind.ts';

/** Everything people can say, in the order in which 帮助 shows it. */
export const commands: readonly Command[] = [
  study,
  finishStudy,
  checkIn,
  answerQuestion,
  comingReviews,
  reviewTime,
  reportQuestion,
  papers,
  handIn,
  search,
  readItem,
  waitingNotices,
  confirmNotice,
  mine,
  quietHours,
  notToday,
  resume,
  textOnly,
  myData,
  eraseMyData,
  help,
  members,
  remind,
  makeUp,
  figures,
  sendNotice,
  receipts,
  publishPaper,
  schedule,
  questionBank,
];
