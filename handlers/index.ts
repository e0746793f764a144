import type { Command } from '../src/chat/command.ts';
import { audienceList } from './committee/audience-list.ts';
import { exportRoster } from './committee/export-roster.ts';
import { publishPaper } from './committee/publish-paper.ts';
import { allFigures } from './committee/all-figures.ts';
import { allHours } from './committee/all-hours.ts';
import { publishSurvey } from './committee/publish-survey.ts';
import { questionBank } from './committee/question-bank.ts';
import { schedule } from './committee/schedule.ts';
import { seeNotice } from './committee/see-notice.ts';
import { changeNotice } from './committee/change-notice.ts';
import { nudge } from './committee/nudge.ts';
import { recall } from './committee/recall.ts';
import { refuseNotice } from './committee/refuse-notice.ts';
import { releaseNotice } from './committee/release-notice.ts';
import { sendNotice } from './committee/send-notice.ts';
import { timeNotice } from './committee/time-notice.ts';
import { agreeToBeNamed } from './member/agree-to-be-named.ts';
import { answerNotice } from './member/answer-notice.ts';
import { answerQuestion } from './member/answer-question.ts';
import { beginCase } from './member/begin-case.ts';
import { cases } from './member/cases.ts';
import { attend } from './member/attend.ts';
import { challenge } from './member/challenge.ts';
import { checkIn } from './member/check-in.ts';
import { comingReviews } from './member/coming-reviews.ts';
import { confirmNotice } from './member/confirm-notice.ts';
import { contest } from './member/contest.ts';
import { eraseMyData } from './member/erase-my-data.ts';
import { exportList } from './member/export-list.ts';
import { exportMyData } from './member/export-my-data.ts';
import { finishStudy } from './member/finish-study.ts';
import { handIn } from './member/hand-in.ts';
import { handInTask } from './member/hand-in-task.ts';
import { heardCode } from './member/heard-code.ts';
import { help } from './member/help.ts';
import { joinContest } from './member/join-contest.ts';
import { makeUpStudy } from './member/make-up-study.ts';
import { joinAnniversary } from './member/join-anniversary.ts';
import { mine } from './member/mine.ts';
import { myData } from './member/my-data.ts';
import { notToday } from './member/not-today.ts';
import { ownHours } from './member/own-hours.ts';
import { papers } from './member/papers.ts';
import { quietHours } from './member/quiet-hours.ts';
import { readItem } from './member/read-item.ts';
import { reportQuestion } from './member/report-question.ts';
import { resume } from './member/resume.ts';
import { reviewTime } from './member/review-time.ts';
import { search } from './member/search.ts';
import { stayUnnamed } from './member/stay-unnamed.ts';
import { surveys } from './member/surveys.ts';
import { study } from './member/study.ts';
import { tasks } from './member/tasks.ts';
import { textOnly } from './member/text-only.ts';
import { withCards } from './member/with-cards.ts';
import { undo } from './member/undo.ts';
import { waitingNotices } from './member/waiting-notices.ts';
import { allDuties } from './secretary/all-duties.ts';
import { branchHours } from './secretary/branch-hours.ts';
import { closeRoll } from './secretary/close-roll.ts';
import { dutyBasis } from './secretary/duty-basis.ts';
import { endContest } from './secretary/end-contest.ts';
import { exportReceipts } from './secretary/export-receipts.ts';
import { exportRoll } from './secretary/export-roll.ts';
import { exportDuties } from './secretary/export-duties.ts';
import { exportYearBook } from './secretary/export-year-book.ts';
import { figures } from './secretary/figures.ts';
import { makeUp } from './secretary/make-up.ts';
import { meetingCode } from './secretary/meeting-code.ts';
import { members } from './secretary/members.ts';
import { minutes } from './secretary/minutes.ts';
import { openChallenge } from './secretary/open-challenge.ts';
import { openContest } from './secretary/open-contest.ts';
import { receipts } from './secretary/receipts.ts';
import { openDuties } from './secretary/open-duties.ts';
import { registerDuty } from './secretary/register-duty.ts';
import { registerHours } from './secretary/register-hours.ts';
import { remind } from './secretary/remind.ts';
import { returnTask } from './secretary/return-task.ts';
import { roll } from './secretary/roll.ts';
import { signAfterwards } from './secretary/sign-afterwards.ts';
import { signFor } from './secretary/sign-for.ts';
import { verifyTask } from './secretary/verify-task.ts';
import { withdrawDuty } from './secretary/withdraw-duty.ts';
import { withdrawHours } from './secretary/withdraw-hours.ts';
import { agreeToLeave } from './secretary/agree-to-leave.ts';
import { callMeeting } from './secretary/call-meeting.ts';
import { cancelMeeting } from './secretary/cancel-meeting.ts';
import { changeMeeting } from './secretary/change-meeting.ts';
import { declineLeave } from './secretary/decline-leave.ts';
import { monthlyMeetings } from './secretary/monthly-meetings.ts';
import { stopMonthlyMeeting } from './secretary/stop-monthly-meeting.ts';
import { askLeave } from './member/ask-leave.ts';
import { meetings } from './member/meetings.ts';
import { sayComing } from './member/say-coming.ts';

/** Everything people can say, in the order in which 帮助 shows it. */
export const commands: readonly Command[] = [
  // First what is wanted daily: 帮助 shows the first words of each group, the others when asked for the group.
  study,
  checkIn,
  answerQuestion,
  comingReviews,
  papers,
  // Both before the member's own 学时, so that words which fit none are answered as that one.
  branchHours,
  allHours,
  ownHours,
  search,
  finishStudy,
  readItem,
  reviewTime,
  reportQuestion,
  handIn,
  challenge,
  contest,
  joinContest,
  agreeToBeNamed,
  stayUnnamed,
  meetings,
  sayComing,
  askLeave,
  waitingNotices,
  confirmNotice,
  tasks,
  beginCase,
  attend,
  // Before the officers' 签到码: four digits are what was heard, unless a meeting of theirs has that number.
  heardCode,
  makeUpStudy,
  answerNotice,
  handInTask,
  cases,
  mine,
  quietHours,
  notToday,
  resume,
  myData,
  undo,
  textOnly,
  withCards,
  surveys,
  joinAnniversary,
  exportList,
  exportMyData,
  eraseMyData,
  help,
  allDuties,
  openDuties,
  registerDuty,
  callMeeting,
  meetingCode,
  closeRoll,
  roll,
  minutes,
  remind,
  members,
  changeMeeting,
  cancelMeeting,
  agreeToLeave,
  declineLeave,
  monthlyMeetings,
  stopMonthlyMeeting,
  signFor,
  signAfterwards,
  verifyTask,
  returnTask,
  allFigures,
  figures,
  receipts,
  dutyBasis,
  withdrawDuty,
  makeUp,
  openContest,
  openChallenge,
  endContest,
  registerHours,
  withdrawHours,
  exportReceipts,
  exportRoll,
  exportDuties,
  exportYearBook,
  seeNotice,
  sendNotice,
  nudge,
  recall,
  timeNotice,
  changeNotice,
  publishPaper,
  publishSurvey,
  schedule,
  audienceList,
  questionBank,
  releaseNotice,
  refuseNotice,
  exportRoster,
];
