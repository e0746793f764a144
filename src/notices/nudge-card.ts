import type { Card } from '../chat/card.ts';
import { noticeCard, type NoticeContent } from './notice-cards.ts';

/** The notice once more, for somebody who has not confirmed it. */
export function nudgeCard(notice: NoticeContent): Card {
  return { ...noticeCard(notice), note: '您还没有确认，看过请点“收到”。' };
}
