import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { audienceText, type Audience } from '../roster/audience.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { noticeCard } from './notice-cards.ts';
import type { Notice } from './notice.ts';

/** What the other committee members get, of whom one has to release a notice. */
export function releaseCard(notice: Notice, audience: Audience, turn: Turn, zone: Zone): Card {
  const { number, life } = notice;
  const { body = '', facts = [], link } = noticeCard(notice);
  const instant = (at: number): string => momentWords(zone.localAt(at), turn.today);
  const due = life.state === 'awaiting' && life.due !== undefined ? instant(life.due) : '放行后就发';
  return {
    title: `请放行通知 ${number}（还没有发出）`,
    note: `${turn.member.person.name}要发给：${audienceText(audience)}`,
    body,
    facts: [
      ...facts,
      { label: '时间', value: due },
      ...(life.state === 'awaiting' ? [{ label: '最晚', value: `${instant(life.until)}前放行` }] : []),
      { label: '请确认', value: '内容不含涉密和内部文件' },
    ],
    buttons: [
      { label: '放行', line: `放行 ${number}` },
      { label: '不放行', line: `不放行 ${number}` },
      { label: '看全文', line: `通知 ${number}` },
    ],
    ...(link === undefined ? {} : { link }),
  };
}
