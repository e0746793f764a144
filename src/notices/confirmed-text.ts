import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import { momentWords, stampWords } from '../time/spoken-time.ts';
import { shortLine } from '../wording/shortened.ts';
import type { Answered } from './answering.ts';
import { confirmedCaption } from './notice-cards.ts';
import type { Confirmed } from './notices.ts';
import { answerWords, type GivenAnswer } from './notice-question.ts';
import type { Notice } from './notice.ts';
import { questionAnswer } from './question-card.ts';

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
      if (question !== undefined) return questionAnswer(notice, question);
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
      const { notice, given, next } = answered;
      if (next !== undefined) return questionAnswer(notice, next);
      return {
        text: `已记下您对通知 ${number} 的答复：${givenWords(notice, given)}。\n要改，发“答复 ${number} 问1 新的答复”。`,
        caption: `已答复 ${stampWords({ date: turn.today, minute: turn.minute })}`,
      };
    }
  }
}

/** `能；两个人；没有答` */
function givenWords({ questions }: Notice, given: readonly GivenAnswer[]): string {
  return questions
    .map((question, index) => shortLine(answerWords(question, given[index]) ?? '没有答', 12))
    .join('；');
}

function recalledAnswer(number: number): Answer {
  return { text: `通知 ${number} 已经撤回了，不用再管它。`, caption: '已撤回' };
}
