import type { Answer } from '../chat/answer.ts';
import type { Card } from '../chat/card.ts';
import { choiceQuestion } from '../wording/choice-question.ts';
import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Zone } from '../time/zone.ts';
import type { PreparedCancelling } from './cancelling.ts';
import type { ChangeQuestion, PreparedChange } from './changing.ts';
import { momentTyped } from './meeting-order.ts';
import { whenAndWhere } from './meeting-words.ts';
import type { Meeting } from './meeting.ts';
import { momentButton, momentLabel } from './moment-label.ts';
import { doubtLines } from './order-question-card.ts';
import { overlapWords } from './overlap-words.ts';
import { ownReplyLine } from './own-reply-line.ts';
import { reachWords } from './reach-words.ts';
import { reminderWords } from './reminder-words.ts';
import type { Reach } from './telling.ts';
import { toldWords } from '../publishing/told-words.ts';

/** What will change, before anybody hears of it; and the line that 确认 runs. */
export function changePreview(
  prepared: PreparedChange,
  turn: Turn,
  zone: Zone,
): { readonly card: Card; readonly line: string } {
  const { before, after, reach, isUrgent, reminders, overlaps } = prepared;
  const isMoved = before.round !== after.round;
  return {
    card: {
      title: `请核对：会议 ${after.number} · ${after.title}`,
      note: `改为${whenAndWhere(after, turn.today)}`,
      body: [
        `原来是${whenAndWhere(before, turn.today)}。`,
        isMoved ? '时间变了，会请大家再回复一次。' : '开始时间不变，已有的回复仍然算数。',
        ...overlaps.slice(0, 1).map((overlap) => overlapWords(overlap, turn.today)),
      ].join('\n'),
      facts: [
        { label: '通知', value: announcedWords(reach, isUrgent, turn, zone) },
        { label: '提醒', value: reminderWords(reminders, after.date, zone) },
      ],
      buttons: [],
    },
    line: [
      `改期 ${after.number} 就定${momentTyped(after)}`,
      ...(after.place === undefined ? [] : [`地点：${after.place}`]),
    ].join(' '),
  };
}

/** The answer to 确认. */
export function changedText({ before, after, reach }: PreparedChange, turn: Turn, zone: Zone): string {
  return [
    `会议 ${after.number} 改为${whenAndWhere(after, turn.today)}。`,
    toldText(reach, turn, zone),
    ...(reach.isOfOthers && before.round !== after.round ? [ownReplyLine(after)] : []),
    `看谁回复了，发“会议 ${after.number}”。`,
  ].join('\n');
}

/** Asks what the new time is; a choice is the whole change with it. */
export function changeQuestion(
  { meeting, doubts, choices, place }: ChangeQuestion,
  today: LocalDate,
): Answer {
  const [title = '改到什么时候？', ...others] = doubtLines(doubts);
  const [first] = choices;
  const example = `改期 ${meeting.number} ${first === undefined ? '周四15:00' : momentLabel(first, today).replace(' ', '')}`;
  const where = place === undefined ? '' : ` 地点：${place}`;
  return choiceQuestion({
    title,
    lines: others,
    choices: choices.map((choice) => ({
      label: momentButton(choice, today),
      line: `改期 ${meeting.number} 就定${momentTyped(choice)}${where}`,
      tone: 'choice',
    })),
    example,
  });
}

export function cancelPreview(
  { before, after, reach, isUrgent }: PreparedCancelling,
  turn: Turn,
  zone: Zone,
): Card {
  return {
    title: `请核对：取消会议 ${before.number} · ${before.title}`,
    note: `原定${whenAndWhere(before, turn.today)}`,
    body: after.reason === undefined ? '没有写原因，也可以取消。' : `原因：${after.reason}`,
    facts: [{ label: '通知', value: announcedWords(reach, isUrgent, turn, zone) }],
    buttons: [],
  };
}

/** The answer to 确认. */
export function cancelledText({ after, reach }: PreparedCancelling, turn: Turn, zone: Zone): string {
  return [
    `会议 ${after.number} 已取消（${whenWordsOf(after, turn.today)}），不再提醒。`,
    toldText(reach, turn, zone),
    `要另定时间，发“开会 下周三15:00 ${after.title}”。`,
  ].join('\n');
}

function whenWordsOf(meeting: Meeting, today: LocalDate): string {
  return `原定${whenAndWhere({ date: meeting.date, minute: meeting.minute }, today)}`;
}

function announcedWords(reach: Reach, isUrgent: boolean, turn: Turn, zone: Zone): string {
  const words = reachWords(reach, turn, zone);
  return isUrgent ? `${words}（12 小时内，不等免打扰）` : words;
}

function toldText(reach: Reach, turn: Turn, zone: Zone): string {
  const { reached, missed } = reach;
  const unheard = missed === 0 ? '' : `；会前送不到 ${groupedNumber(missed)} 人，请当面告诉一下`;
  return `${toldWords(reached.length, reach, turn, zone)}${unheard}。`;
}
