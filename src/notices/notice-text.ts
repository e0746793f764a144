import type { Turn } from '../chat/turn.ts';
import { questionLines } from './question-lines.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { bodyOf, titleOf } from './notice-cards.ts';
import { lifeWords } from './notice-list-text.ts';
import type { SeenNotice } from './notices.ts';

/** The whole notice as it was typed, and what there is to do about it. */
export function noticeText(seen: SeenNotice, turn: Turn, zone: Zone): string {
  const { link, file, questions } = seen.notice;
  return [
    titleOf(seen.notice),
    bodyOf(seen.notice),
    ...(link === undefined ? [] : [`打开：${link}`]),
    ...(file === undefined ? [] : [`附件：${file.name}（单独的一条消息）`]),
    ...questionLines(questions),
    '——',
    nextStep(seen, turn, zone),
  ].join('\n');
}

function nextStep({ notice, receipt }: SeenNotice, { today }: Turn, zone: Zone): string {
  const { number, life } = notice;
  if (life.state !== 'sent') return `${lifeWords(notice, today, zone)}。`;
  if (receipt === undefined) return `看进展，发“回执 ${number}”。`;
  return receipt.kind === 'confirmed'
    ? `您已确认，${momentWords(receipt.at, today)}。`
    : `看过了，请发“收到 ${number}”。`;
}
