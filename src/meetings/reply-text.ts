import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { Person } from '../roster/roster.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { dateWords, momentWords, stampWords } from '../time/spoken-time.ts';
import type { DecidedLeave } from './deciding.ts';
import { reasonWords } from './leave-cards.ts';
import { leaveReasonOf } from './leave-reason.ts';
import type { AskedLeave, Told } from './leave.ts';
import type { UnclearLeave } from './meant-leave.ts';
import { meetingWords, whenWords } from './meeting-words.ts';
import type { Meeting } from './meeting.ts';
import { whichText } from './meeting-text.ts';
import type { SaidComing } from './replying.ts';

/** The answer to 参加. */
export function comingAnswer(said: SaidComing, turn: Turn): Answer {
  if (said.outcome === 'which') return whichText(said.meetings, (number) => `参加 ${number}`, turn);
  const { meeting } = said;
  switch (said.outcome) {
    case 'coming':
      return {
        text: `已记下：您参加${meetingIs(meeting, turn)}。\n来不了的话，发“请假 ${meeting.number} 出差”。`,
        caption: `参加 ${stampWords(said.reply.at)}`,
      };
    case 'already':
      return {
        text: `已经记过了：您参加${meetingIs(meeting, turn)}。`,
        caption: `参加 ${stampWords(said.reply.at)}`,
      };
    case 'moved':
      return {
        text: `会议 ${meeting.number} 改到${whenWords(meeting, turn.today)}了，所以还没有记。\n能来的话，发“参加 ${meeting.number}”。`,
        closing: '时间改了',
      };
    case 'cancelled':
      return cancelled(meeting, turn);
    case 'there':
      return { text: `您已经签到了：${meetingIs(meeting, turn)}，不用再回复。`, closing: '已签到' };
    case 'begun':
      return {
        text: `${meetingIs(meeting, turn)}${begunWords(meeting)}，不用再回复。\n${meeting.state === 'held' ? `看情况，发“会议 ${meeting.number}”。` : '到了请发主持人报的码，例如：签到 4821'}`,
        closing: '会议已开始',
      };
  }
}

/** The answer to 请假. */
export function leaveAnswer(asked: AskedLeave, turn: Turn): Answer {
  if (asked.outcome === 'which') return whichLeaveAnswer(asked, turn);
  const { meeting } = asked;
  switch (asked.outcome) {
    case 'asked':
      return {
        text: [
          `已替您请假：${meetingIs(meeting, turn)}，原因记为“${reasonWords(asked.leave.reason)}”。`,
          `${approverWords(asked.approver, asked.told, turn)}会后纪要写好了，我发给您补学。`,
          ...(asked.isLate ? [] : [`又能来了，发“参加 ${meeting.number}”。`]),
        ].join('\n'),
        closing: `已请假 ${stampWords(asked.leave.at)}`,
      };
    case 'already':
      return `已经替您请过假了：${meetingIs(meeting, turn)}，${momentWords(asked.leave.at, turn.today)}记下。`;
    case 'noReason':
      return {
        card: {
          title: `请假：${meeting.title}`,
          note: whenWords(meeting, turn.today),
          body: '请选一个原因，或直接写。只记是公差、事假还是其他，不保存具体情况。',
          buttons: [
            { label: '公差', line: `请假 ${meeting.number} 公差`, tone: 'choice' },
            { label: '事假', line: `请假 ${meeting.number} 事假`, tone: 'choice' },
            { label: '其他', line: `请假 ${meeting.number} 其他`, tone: 'choice' },
          ],
          reply: `例如：请假 ${meeting.number} 出差`,
        },
        unfinished: `请假 ${meeting.number} `,
      };
    case 'cancelled':
      return cancelled(meeting, turn);
    case 'there':
      return { text: `您已经签到了：${meetingIs(meeting, turn)}，不用请假。`, closing: '已签到' };
    case 'begun':
      return {
        text: `${meetingIs(meeting, turn)}${begunWords(meeting)}，这里不能再请假。\n${lateLeaveWords(meeting, asked.approver, turn)}`,
        closing: '会议已开始',
      };
  }
}

/** What was said stays said: the reason goes with each choice, as far as it is kept at all. */
function whichLeaveAnswer({ meetings, reason, notOn }: UnclearLeave, turn: Turn): Answer {
  const why = reason === '' ? '' : ` ${reasonWords(leaveReasonOf(reason))}`;
  const title = notOn === undefined ? undefined : `您${dateWords(notOn, turn.today)}没有会议`;
  return whichText(meetings, (number) => `请假 ${number}${why}`, turn, title);
}

/** The answer to 准假 and 不准假. */
export function decidedAnswer(decided: DecidedLeave, at: LocalMoment): Answer {
  const { meeting, person } = decided;
  const what = `${person.name}的请假（会议 ${meeting.number} ${meeting.title}）`;
  switch (decided.outcome) {
    case 'decided':
    case 'already': {
      const word = decided.leave.approval === 'agreed' ? '同意' : '不同意';
      const isTold = decided.outcome === 'decided' && decided.isTold;
      const again = decided.outcome === 'already' ? '已经答复过了' : isTold ? '已告诉本人' : '已记下';
      return { text: `${word}${what}，${again}。`, caption: `${word} ${stampWords(at)}` };
    }
    case 'recorded':
      return [
        `已记请假：${person.name}，${meetingWords(meeting)}，原因记为“${reasonWords(decided.leave.reason)}”。`,
        `记错了，发“不准假 ${meeting.number} ${person.name}”。`,
      ].join('\n');
    case 'there':
      return {
        text: `${person.name}已经签到了：${meetingWords(meeting)}，没有改。`,
        closing: '本人已签到',
      };
    case 'comes':
      return { text: `${person.name}后来说参加，不用再答复。`, closing: '本人改为参加' };
    case 'notAsked':
      return { text: `现在没有${what}要答复。`, closing: '不用答复了' };
  }
}

/** `11月25日（周三）15:00 党员大会（会议 7）` */
function meetingIs(meeting: Meeting, turn: Turn): string {
  return `${whenWords(meeting, turn.today)} ${meeting.title}（会议 ${meeting.number}）`;
}

function cancelled(meeting: Meeting, turn: Turn): Answer {
  return { text: `${meetingIs(meeting, turn)}已经取消了，不用再回复。`, closing: '会议取消了' };
}

function begunWords({ state }: Meeting): string {
  return state === 'held' ? '已经开过了' : '已经开始了';
}

/** Who can still record it, and with which words. */
function lateLeaveWords({ number }: Meeting, { name }: Person, { member: { person } }: Turn): string {
  return `请告诉${name}，由${name}发“准假 ${number} ${person.name}”记上。`;
}

function approverWords(approver: Person | undefined, told: Told, turn: Turn): string {
  if (approver === undefined) return '本支部没有别的负责人，所以直接记下了。';
  if (told === 'now') return `已告诉${approver.name}。`;
  if (told === 'never') return `${approver.name}设了全天免打扰，请当面说一声。`;
  return `${momentWords(told, turn.today)}告诉${approver.name}。`;
}
