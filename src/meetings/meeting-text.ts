import type { Answer } from '../chat/answer.ts';
import type { CardButton } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { seesNameOf } from '../roster/names-seen.ts';
import type { Person } from '../roster/roster.ts';
import { cutOffWords } from '../time/spoken-time.ts';
import { begunMeetingCard, entryWords } from './begun-meeting-card.ts';
import { guestsNote } from './guests-note.ts';
import { replyButtons } from './meeting-cards.ts';
import { reasonWords } from './leave-cards.ts';
import type { MeetingView, ReplyView } from './meeting-view.ts';
import { agendaLines, whenAndWhere } from './meeting-words.ts';
import type { OwnMeeting } from './own-meetings.ts';
import type { Leave, Reply } from './reply.ts';

/** 会议: one's own coming ones and today's. */
export function meetingListText(own: readonly OwnMeeting[], turn: Turn): string {
  const [first] = own;
  if (first === undefined) return '您接下来没有会议。';
  const open = own.find(awaitsReply);
  return [
    `您接下来的会议 ${own.length} 个：`,
    ...own.slice(0, mostLines).map((one) => `${one.meeting.number} ${ownWords(one, turn)}`),
    ...(own.length > mostLines ? [`还有 ${own.length - mostLines} 个更晚的。`] : []),
    open === undefined
      ? `看议题发“会议 ${first.meeting.number}”。`
      : `回复发“参加 ${open.meeting.number}”或“请假 ${open.meeting.number} 出差”。`,
  ].join('\n');
}

/** `11月25日（周三）15:00 党员大会，您还没有回复`, for 我的 and lists. */
export function ownWords(own: OwnMeeting, turn: Turn): string {
  const { meeting, participant, reply, isSignedIn, hasBegun } = own;
  const { standing } = participant;
  const what = `${whenAndWhere(meeting, turn.today)} ${meeting.title}${standing === 'guest' ? '（列席）' : ''}`;
  if (meeting.state === 'cancelled') return `${what}，已取消`;
  const signed = isSignedIn ? '，您已签到' : '';
  if (meeting.state === 'held') return `${what}，开过了${signed}`;
  if (isSignedIn) return what + signed;
  return `${what}，${hasBegun && reply?.kind !== 'leave' ? '已经开始' : replyWords(reply)}`;
}

/** Whether its person can and need say whether they come. */
export function awaitsReply({ meeting, reply, isSignedIn, hasBegun }: OwnMeeting): boolean {
  return meeting.state === 'called' && reply === undefined && !isSignedIn && !hasBegun;
}

/** Which of several meetings is meant; `title` says why it has to be asked. */
export function whichText(
  meetings: readonly OwnMeeting[],
  lineOf: (number: number) => string,
  turn: Turn,
  title = '您接下来不止一个会议',
): Answer {
  const buttons = meetings.slice(0, 4).map(({ meeting }): CardButton => ({
    label: `会议 ${meeting.number}`,
    line: lineOf(meeting.number),
    tone: 'choice',
  }));
  const lines = meetings.slice(0, mostLines).map((one) => `${one.meeting.number} ${ownWords(one, turn)}`);
  const example = `请带上编号，例如：${lineOf(meetings[0]?.meeting.number ?? 1)}`;
  return { card: { title, body: lines.join('\n'), buttons, reply: example } };
}

/** 会议 7 */
export function meetingAnswer(view: MeetingView, turn: Turn): Answer {
  if (view.hasBegun) return { card: begunMeetingCard(view, turn) };
  const { meeting, standing, reply, entry, replies, isLed } = view;
  const { number } = meeting;
  const canReply = standing !== undefined && meeting.state === 'called' && entry === undefined;
  const buttons: readonly CardButton[] = [
    ...(canReply && reply?.kind !== 'coming' ? replyButtons(meeting).slice(0, 1) : []),
    ...(canReply && reply?.kind !== 'leave' ? replyButtons(meeting).slice(1) : []),
    ...(isLed && meeting.state === 'called' && (replies?.unanswered.length ?? 0) > 0
      ? [{ label: '提醒回复', line: `提醒 会议 ${number}` }]
      : []),
    { label: '加到日历', line: `会议 ${number} 日历` },
  ];
  return {
    card: {
      title: `会议 ${number} · ${meeting.title}`,
      note: whenAndWhere(meeting, turn.today),
      body: [
        ...(meeting.state === 'cancelled' ? [cancelledLine(meeting.reason)] : []),
        ...(standing === undefined || meeting.state === 'cancelled'
          ? []
          : [`您：${entry === undefined ? ownReply(reply) : entryWords(entry)}`]),
        ...(replies === undefined || meeting.state === 'cancelled' ? [] : replyLines(replies, turn)),
        ...agendaLines(meeting.agenda, 80),
      ].join('\n'),
      buttons: meeting.state === 'cancelled' ? [] : buttons,
    },
  };
}

/** Dialogues, rule 1: an answer has at most twelve lines. */
const mostLines = 8;

function cancelledLine(reason: string | undefined): string {
  return `已取消${reason === undefined ? '' : `，原因：${reason}`}。`;
}

function replyWords(reply: Reply | undefined): string {
  if (reply === undefined) return '您还没有回复';
  if (reply.kind === 'coming') return '您参加';
  return reply.approval === 'declined' ? '您的请假没有同意' : '您已请假';
}

function ownReply(reply: Reply | undefined): string {
  if (reply === undefined) return '还没有回复';
  if (reply.kind === 'coming') return '参加';
  const approval = {
    asked: '还没有答复，不答复也算',
    agreed: '已同意',
    declined: '没有同意，请和书记说一声',
  };
  return `请假（${reasonWords(reply.reason)}），${approval[reply.approval]}`;
}

/** Figures with their denominator and cut-off; names of the own branch only (dialogues, rules 2 and 4). */
function replyLines(
  { coming, leave, unanswered, gone, total, guests }: ReplyView,
  turn: Turn,
): readonly string[] {
  const count = groupedNumber;
  const isOwn = (person: Person): boolean => seesNameOf(turn.roster, turn.member, person);
  const ownLeave = leave.filter(({ person }) => isOwn(person));
  const ownUnanswered = unanswered.filter(isOwn);
  const moment = { date: turn.today, minute: turn.minute };
  return [
    `参加 ${count(coming.length)}/${count(total)}${guestsNote(guests)}，请假 ${count(leave.length)}，没有回复 ${count(unanswered.length)}（${cutOffWords(moment, turn.today)}）`,
    ...(ownLeave.length === 0 ? [] : [`请假：${namesOf(ownLeave.map(leaveWords))}`]),
    ...(ownUnanswered.length === 0 ? [] : [`没有回复：${namesOf(ownUnanswered.map(({ name }) => name))}`]),
    ...(gone === 0 ? [] : [`另有 ${count(gone)} 人已不在名册上。`]),
  ];
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join('、');
  return names.length > mostNames ? `${shown} 等 ${groupedNumber(names.length)} 人` : shown;
}

const mostNames = 6;

function leaveWords({ person, leave }: { readonly person: Person; readonly leave: Leave }): string {
  const approval = { asked: '，等答复', agreed: '', declined: '，没有同意' }[leave.approval];
  return `${person.name}（${reasonWords(leave.reason)}${approval}）`;
}
