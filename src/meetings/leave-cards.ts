import type { Card } from '../chat/card.ts';
import type { Person } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import { whenAndWhere } from './meeting-words.ts';
import type { Meeting } from './meeting.ts';
import type { Approval, LeaveReason } from './reply.ts';

/** What the officer gets who says yes or no. */
export function leaveCard(
  meeting: Meeting,
  { userid, name }: Person,
  reason: LeaveReason,
  today: LocalDate,
): Card {
  const { number, title } = meeting;
  return {
    title: `${name}请假：会议 ${number} · ${title}`,
    note: whenAndWhere(meeting, today),
    body: `原因：${reasonWords(reason)}。不答复就按已请假算。`,
    buttons: [
      { label: '同意', line: `准假 ${number} ${userid}` },
      { label: '不同意', line: `不准假 ${number} ${userid}` },
    ],
  };
}

/** What the member hears of it. */
export function decidedCard(meeting: Meeting, approval: Approval, today: LocalDate): Card {
  const { number, title } = meeting;
  const isAgreed = approval === 'agreed';
  return {
    title: isAgreed ? `您的请假同意了 · ${title}` : `您的请假没有同意 · ${title}`,
    note: whenAndWhere(meeting, today),
    ...(isAgreed ? {} : { body: '能来的话请点“参加”；确实来不了，请和书记当面说一声。' }),
    buttons: isAgreed ? [] : [{ label: '参加', line: `参加 ${number} ${meeting.round}` }],
  };
}

/** As people say them; never more than is kept. */
export function reasonWords(reason: LeaveReason): string {
  return { 公差: '公差', 请假: '事假', 其他: '其他' }[reason];
}
