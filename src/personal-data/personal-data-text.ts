import type { Turn } from '../chat/turn.ts';
import { mineLine } from '../flows/case-list-text.ts';
import type { ListedCase } from '../flows/case-lists.ts';
import { awaitsReply, ownWords } from '../meetings/meeting-text.ts';
import type { OwnMeeting } from '../meetings/own-meetings.ts';
import type { Notice } from '../notices/notice.ts';
import { listedLine, mostUrgent } from '../papers/paper-list-text.ts';
import type { ListedPaper } from '../papers/paper-list.ts';
import { preferencesOn, type Preferences } from '../preferences/preferences.ts';
import { standingText, type QuizStanding } from '../quiz/quiz-standing.ts';
import { checkInOn } from '../study/check-in.ts';
import type { StudyWeek } from '../study/study.ts';
import { studyOn } from '../study/todays-study.ts';
import { formatQuietHours } from '../time/quiet-hours.ts';
import { dateWords, timeWords } from '../time/spoken-time.ts';
import type { StoredData } from './personal-data.ts';

/** What 我的 shows. */
export interface OwnScreen {
  readonly week: StudyWeek;
  readonly questions: QuizStanding;
  /** They wait for 收到. */
  readonly notices: readonly Notice[];
  readonly papers: readonly ListedPaper[];
  /** In short; absent when nothing is asked and nothing was registered. */
  readonly hours: string | undefined;
  /** Coming ones, and today's. */
  readonly meetings: readonly OwnMeeting[];
  readonly waitingCases: readonly ListedCase[];
}

/** 我的: one screen, the next step last. */
export function mineText(turn: Turn, screen: OwnScreen): string {
  const { week, questions, notices, papers, hours, meetings, waitingCases } = screen;
  const checkedIn = checkInOn(turn.desk, turn.today);
  const settings = settingsText(preferencesOn(turn.desk), turn);
  const paper = mostUrgent(papers);
  const meeting = nextMeeting(meetings);
  const studied = week.workdays === 0 ? '本周没有工作日' : `本周 ${week.days}/${week.workdays} 天`;
  const open = mineLine(waitingCases, turn);
  return [
    `${turn.member.person.name} · ${turn.member.branch.name}`,
    `学习：${studied}`,
    `答题：${standingText(questions, turn.today)}`,
    `签到：${checkedIn === undefined ? '今天还没有（自愿）' : `今天 ${timeWords(checkedIn.minute)}`}`,
    ...(hours === undefined ? [] : [`学时：${hours}`]),
    ...(paper === undefined ? [] : [`测试：${listedLine(paper, turn.today)}`]),
    ...(meeting === undefined ? [] : [`会议：${ownWords(meeting, turn)}`]),
    `通知：${notices.length === 0 ? '没有等您确认的' : `${notices.length} 条等您确认`}`,
    ...(open === undefined ? [] : [`事项：${open}`]),
    ...(settings === undefined ? [] : [`设置：${settings}`]),
    `下一步：${nextStep(turn, screen)}`,
  ].join('\n');
}

function nextStep(turn: Turn, screen: OwnScreen): string {
  const { questions, notices, papers, meetings, waitingCases } = screen;
  const meeting = nextMeeting(meetings);
  if (meeting !== undefined && awaitsReply(meeting)) {
    const { number } = meeting.meeting;
    return `发“参加 ${number}”或“请假 ${number} 出差”`;
  }
  const [notice] = notices;
  if (notice !== undefined) return `发“通知 ${notice.number}”看最近的通知，看过发“收到”`;
  const [open] = waitingCases;
  if (open !== undefined) return `发“事项 ${open.found.number}”看等您办的那件事`;
  const paper = mostUrgent(papers);
  if (paper?.standing === 'underway') return `发“测试 ${paper.paper.number}”接着做`;
  if (paper?.standing === 'open') return `发“测试 ${paper.paper.number}”开始做`;
  const state = studyOn(turn.desk);
  if (state?.date !== turn.today || state.doneAt === undefined) return '发“学习”看今天的内容';
  const isAsked = questions.daily === 'waiting' || questions.daily === 'notAsked';
  return isAsked ? '想答今天的一题，发“答题”' : '今天的都做完了';
}

/** The first that is still to come, one without a reply before the others of its day. */
function nextMeeting(meetings: readonly OwnMeeting[]): OwnMeeting | undefined {
  const called = meetings.filter(({ meeting }) => meeting.state === 'called');
  const open = called.find(awaitsReply);
  return open ?? called[0];
}

/** 我的数据: what is stored, from where, how long, and how to have it erased (domain §11.2). */
export function storedDataText(turn: Turn, data: StoredData): string {
  const { person } = turn.member;
  const year = turn.today.slice(0, 4);
  const fromRoster = [
    person.name,
    turn.member.organisation.name,
    person.kind,
    ...person.posts,
    ...(person.joinedOn === undefined ? [] : [`入党日期 ${person.joinedOn}`]),
    ...person.tags.map((tag) => `#${tag}`),
    ...(person.state === '在册' ? [] : [person.state]),
  ];
  return [
    '关于您，这里存着：',
    `名册：${fromRoster.join('、')}`,
    `学习：送过 ${data.itemsSent} 条，学完 ${data.itemsDone} 条`,
    `答题：答过 ${data.questionsAnswered} 题，其中 ${data.reviewsWaiting} 题记着什么时候复习`,
    ...(data.papers.taken === 0
      ? []
      : [`测试：成绩 ${data.papers.taken} 份，其中 ${data.papers.withAnswers} 份还存着每题的答案`]),
    ...(data.contests === 0 ? [] : [`竞赛和挑战：近 90 天参加 ${data.contests} 次，存着您每题的对错`]),
    ...(data.surveys === 0
      ? []
      : [`测评：有 ${data.surveys} 份您交过，截止后这也不再留着；答了什么从不记在您名下`]),
    ...(data.invitations.invited + data.meetings === 0
      ? []
      : [
          `会议：近一年请您 ${data.invitations.invited} 次，您回复 ${data.invitations.replied} 次，到会 ${data.meetings} 次，存着时间和请假的类别；满一年只留人数`,
        ]),
    ...(data.cases === 0 ? [] : [`事项：与您有关的 ${data.cases} 件，存着谁哪天办了什么，办完后存两年`]),
    `学时：${year} 年 ${data.hoursThisYear}，去年 ${data.hoursLastYear}（由组织登记，存到第二年年底）`,
    `签到：${year} 年 ${data.checkInsThisYear} 天，去年 ${data.checkInsLastYear} 天`,
    `通知：您对通知的“收到”和时间，和对小问题的答复`,
    `设置：${settingsText(data.preferences, turn) ?? '没有'}`,
    '聊天原文不保存，答复留 48 小时供重发。学习、答题和签到记录存一年，测试每题的答案存 90 天。',
    '名册有误，请告诉支部书记。全部明细发“导出 我的数据”，删除自愿的发“删除我的可选数据”。',
  ].join('\n');
}

/** What somebody has set, in words; `undefined` when nothing. */
export function settingsText(
  { quiet, pausedUntil, textOnly, greeting }: Preferences,
  turn: Turn,
): string | undefined {
  const settings = [
    ...(quiet === undefined ? [] : [`免打扰 ${formatQuietHours(quiet)}`]),
    ...(pausedUntil === undefined || pausedUntil <= turn.today
      ? []
      : [`${dateWords(pausedUntil, turn.today)}恢复推送`]),
    ...(textOnly ? ['文字版'] : []),
    ...(greeting ? ['政治生日祝福'] : []),
  ];
  return settings.length === 0 ? undefined : settings.join('，');
}
