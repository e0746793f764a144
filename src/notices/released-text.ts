import type { RichAnswer } from '../chat/answer.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { LocalDate } from '../time/local-date.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { lifeWords } from './notice-list-text.ts';
import type { Released } from './releasing.ts';

/** The answer to 放行 and 不放行; the tapped card says the same in a few words. */
export function releasedAnswer(
  number: number,
  released: Released,
  today: LocalDate,
  zone: Zone,
): string | RichAnswer {
  switch (released.outcome) {
    case 'unknown':
      return `没有第 ${number} 号通知。发“回执”看最近的。`;
    case 'own':
      return `通知 ${number} 是您自己写的，要另一位工委成员放行。不想发了，发“撤回 ${number}”。`;
    case 'nobody':
      return `通知 ${number} 现在没有人可发，名册变了。请让写的人重新发。`;
    case 'notAwaiting':
      return {
        text: `通知 ${number} 现在不等人放行：${lifeWords(released.notice, today, zone)}。`,
        closing: '已处理',
      };
    case 'refused':
      return { text: `通知 ${number} 不发了，已告诉写的人。`, closing: '没有放行' };
    case 'released': {
      const { life } = released.notice;
      const people = `${groupedNumber(released.people)} 人`;
      const text =
        life.state === 'scheduled'
          ? `已放行通知 ${number}，${momentWords(zone.localAt(life.due), today)}发给 ${people}。`
          : `已放行通知 ${number}，已交付发送：${people}。发“回执 ${number}”看进展。`;
      return { text, closing: '已放行' };
    }
  }
}
