import type { LocalDate } from '../time/local-date.ts';
import { dateWords, momentWords, timeWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { noticeLine } from './notice-cards.ts';
import type { DroppedWhy } from './notice-life.ts';
import type { Notice } from './notice.ts';

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

/** 回执 without a number: what was sent lately, and what waits for its time. */
export function noticeListText(notices: readonly Notice[], today: LocalDate, zone: Zone): string {
  const [first] = notices;
  if (first === undefined) return '还没有发过通知。';
  return [
    '最近的通知：',
    ...notices
      .slice(0, mostLines)
      .map((notice) => `${noticeLine(notice)} · ${lifeWords(notice, today, zone)} · ${notice.audienceName}`),
    `看回执发“回执 ${first.number}”。`,
  ].join('\n');
}

/** For 排期: `9:00 通知 5 请核对名册 → 机关一支部`, one a notice. */
export function plannedNoticeLines(notices: readonly Notice[], zone: Zone): readonly string[] {
  return notices.flatMap((notice) => {
    const { life, audienceName } = notice;
    if (life.state !== 'scheduled') return [];
    return [`${timeWords(zone.localAt(life.due).minute)} 通知 ${noticeLine(notice)} → ${audienceName}`];
  });
}

/** Dialogues, rule 1: an answer has at most twelve lines. */
const mostLines = 9;

/** `今天已发出`, `定在明天（周六）9:00`, `已撤回` */
export function lifeWords({ life }: Notice, today: LocalDate, zone: Zone): string {
  const moment = (instant: number): string => momentWords(zone.localAt(instant), today);
  switch (life.state) {
    case 'awaiting':
      return `等人放行，到${moment(life.until)}`;
    case 'scheduled':
      return `定在${moment(life.due)}`;
    case 'sent':
      return `${dateWords(zone.localAt(life.at).date, today)}已发出`;
    case 'recalled':
      return '已撤回';
    case 'dropped':
      return droppedWords[life.why];
  }
}

export const droppedWords: Readonly<Record<DroppedWhy, string>> = {
  cancelled: '没有发，已取消',
  refused: '没有发，没有放行',
  notReleased: '没有发，过时没有人放行',
  nobody: '没有发，那时没有人可发',
  audienceGone: '没有发，名册里已经没有要发的组织、标签或人',
  fileGone: '没有发，文件过期了',
};
