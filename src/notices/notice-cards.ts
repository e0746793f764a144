import type { Card } from '../chat/card.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { stampWords } from '../time/spoken-time.ts';
import { shortLine } from '../wording/shortened.ts';
import type { Notice } from './notice.ts';

/** What of a notice its recipients see. */
export type NoticeContent = Pick<Notice, 'number' | 'text' | 'link' | 'file' | 'questions' | 'urgency'>;

/** A notice as its recipients see it. */
export function noticeCard(notice: NoticeContent): Card {
  const { number, link, file, questions } = notice;
  const body = bodyOf(notice);
  // A card shows about 160 characters; a longer text comes whole on 看全文.
  const fits = [...body].length <= 150;
  return {
    title: titleOf(notice),
    note: '机关工委',
    body,
    facts: [
      ...(file === undefined
        ? []
        : [{ label: '附件', value: file.kind === 'image' ? '下面有一张图片' : file.name }]),
      ...(questions.length === 0
        ? []
        : [{ label: '小问题', value: `${questions.length} 个，点“收到”后回答` }]),
    ],
    buttons: [
      { label: '收到', line: `收到 ${number}` },
      ...(fits ? [] : [{ label: '看全文', line: `通知 ${number}` }]),
    ],
    ...(link === undefined ? {} : { link: { label: '打开', url: link } }),
    reply: `看过了，请发“收到 ${number}”。`,
  };
}

/** The same card for trying out: a tap only says that it is one. */
export function sampleCard(notice: NoticeContent): Card {
  const card = noticeCard(notice);
  return { ...card, buttons: card.buttons.map(({ label }) => ({ label, line: `通知 样子 ${label}` })) };
}

/** `通知 3`, `通知 3 · 加急` */
export function titleOf({ number, urgency }: NoticeContent): string {
  return `通知 ${number}${urgency === 'urgent' ? ' · 加急' : ''}`;
}

/** A link or a file may come without a word. */
export function bodyOf({ text, link, file }: NoticeContent): string {
  if (text !== '') return text;
  return file === undefined || link !== undefined ? '请点“打开”查看。' : `请看附件：${file.name}`;
}

/** What the button 收到 turns into. */
export function confirmedCaption(at: LocalMoment): string {
  return `已确认 ${stampWords(at)}`;
}

/** For lists: `3 周五前完成年度党费公示`. */
export function noticeLine(notice: NoticeContent): string {
  return `${notice.number} ${firstWords(notice)}`;
}

/** The beginning of a notice, in one line. */
export function firstWords(notice: NoticeContent): string {
  return shortLine(bodyOf(notice), 18);
}
