import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import { momentWords, stampWords } from '../time/spoken-time.ts';
import type { Answered } from './answering.ts';
import { confirmedCaption } from './notice-cards.ts';
import type { Confirmed } from './notices.ts';
import { questionCard } from './question-card.ts';

/** The answer to 收到: the tapped card shows it, or asks the first question that is open. */
export function confirmedAnswer(number: number, confirmed: Confirmed, turn: Turn): Answer {
  switch (confirmed.outcome) {
    case 'notAddressed':
      return `没有发给您的第 ${number} 号通知。发“通知”看还没有确认的。`;
    case 'recalled':
      return recalledAnswer(number);
    case 'already':
    case 'confirmed': {
      const { notice, at, question } = confirmed;
      if (question !== undefined) {
        const card = questionCard(notice, question);
        return { card, caption: card };
      }
      const text =
        confirmed.outcome === 'confirmed'
          ? `已确认通知 ${number}。`
          : `通知 ${number} 已经确认过了，${momentWords(at, turn.today)}。`;
      return { text, caption: confirmedCaption(at) };
    }
  }
}

/** The answer to 答复: the next question, or that all is noted. */
export function answeredAnswer(number: number, answered: Answered, turn: Turn): Answer {
  switch (answered.outcome) {
    case 'notAddressed':
      return `没有发给您的第 ${number} 号通知。发“通知”看还没有确认的。`;
    case 'recalled':
      return recalledAnswer(number);
    case 'answered': {
      const { notice, next } = answered;
      if (next !== undefined) {
        const card = questionCard(notice, next);
        return { card, caption: card };
      }
      return {
        text: `已记下您对通知 ${number} 的答复。要改，发“答复 ${number} 问1 新的答复”。`,
        caption: `已答复 ${stampWords({ date: turn.today, minute: turn.minute })}`,
      };
    }
  }
}

function recalledAnswer(number: number): Answer {
  return { text: `通知 ${number} 已经撤回了，不用再管它。`, caption: '已撤回' };
}
