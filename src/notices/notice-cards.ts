import { groupedNumber } from '../roster/grouped-number.ts';
import type { Card } from '../chat/card.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { LocalDate } from '../time/local-date.ts';
import { cutOffWords, dateWords, stampWords } from '../time/spoken-time.ts';
import type { Notice, ReceiptFigures } from './notice.ts';

/** Why somebody is listed as not reached although nothing failed. */
export const quietReason = '免打扰覆盖全天';

/** A notice as its recipients see it. */
export function noticeCard(notice: Notice): Card {
  const heading = { title: `通知 ${notice.number}`, note: '机关工委' };
  // A card shows about 160 characters; a longer text comes whole on 看全文.
  const fits = [...notice.text].length <= 150;
  return {
    ...heading,
    body: notice.text,
    buttons: [
      { label: '收到', line: `收到 ${notice.number}` },
      ...(fits ? [] : [{ label: '看全文', line: `通知 ${notice.number}` }]),
    ],
  };
}

/** The whole notice, as it was typed. */
export function noticeText(notice: Notice): string {
  return `通知 ${notice.number}\n${notice.text}\n——\n看过了，请发“收到 ${notice.number}”。`;
}

/** What the button 收到 turns into. */
export function confirmedCaption(at: LocalMoment): string {
  return `已确认 ${stampWords(at)}`;
}

/** 通知: those that still wait for this member's 收到. */
export function waitingText(waiting: readonly Notice[]): string {
  const [first] = waiting;
  if (first === undefined) return '没有等您确认的通知。';
  const shown = waiting.slice(0, mostLines);
  return [
    `等您确认的通知 ${waiting.length} 条：`,
    ...shown.map(noticeLine),
    ...(shown.length < waiting.length ? [`还有 ${waiting.length - shown.length} 条较早的。`] : []),
    `看全文发“通知 ${first.number}”，看过发“收到 ${first.number}”。`,
  ].join('\n');
}

/** 回执 without a number: what was sent lately. */
export function noticeListText(notices: readonly Notice[], today: LocalDate): string {
  const [first] = notices;
  if (first === undefined) return '还没有发过通知。例如：通知 全体 周五前完成年度党费公示';
  return [
    '最近发出的通知：',
    ...notices
      .slice(0, mostLines)
      .map(
        (notice) => `${noticeLine(notice)}（${dateWords(notice.sentAt.date, today)}，${notice.audience}）`,
      ),
    `看回执发“回执 ${first.number}”。`,
  ].join('\n');
}

/** Dialogues, rule 1: an answer has at most twelve lines. */
const mostLines = 9;

/** The first words of a notice, for lists. */
function noticeLine(notice: Notice): string {
  const words = [...notice.text.replace(/\s+/gu, ' ')];
  return `${notice.number} ${words.length > 18 ? `${words.slice(0, 17).join('')}…` : words.join('')}`;
}

/** `通知 203 · 截至 18:05`, then what became of its recipients; the lines add up to all of them. */
export function receiptsText(notice: Notice, figures: ReceiptFigures, now: LocalMoment): string {
  const missed = [...figures.unreachable.values()].reduce((sum, value) => sum + value, 0);
  const reasons = [...figures.unreachable]
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, value]) => `${reason} ${groupedNumber(value)}`);
  return [
    `通知 ${notice.number} · ${cutOffWords(now, now.date)}`,
    `已确认 ${groupedNumber(figures.confirmed)}/${groupedNumber(figures.total)}`,
    `未确认 ${groupedNumber(figures.unconfirmed)}`,
    ...(figures.waiting === 0 ? [] : [`正在发送或等免打扰结束 ${groupedNumber(figures.waiting)}`]),
    `未送达 ${groupedNumber(missed)}${missed === 0 ? '' : `：${reasons.join('，')}`}`,
    `原文发“通知 ${notice.number}”。`,
  ].join('\n');
}
