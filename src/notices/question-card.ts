import type { Card } from '../chat/card.ts';
import type { Answer } from '../chat/answer.ts';
import { skipping } from './read-answer.ts';
import type { Notice } from './notice.ts';

/** The question asked: words that are no command answer it. */
export function questionAnswer(notice: Notice, index: number): Answer {
  const card = questionCard(notice, index);
  return { card, caption: card, unfinished: `答复 ${notice.number} 问${index + 1} ` };
}

/** A question of a notice, as it waits for one person. `index` counts from 0. */
function questionCard({ number, questions }: Notice, index: number): Card {
  const { ask = '', choices = [] } = questions[index] ?? {};
  const line = (words: string): string => `答复 ${number} 问${index + 1} ${words}`;
  return {
    title: `${index + 1}/${questions.length} ${ask}`,
    note: `通知 ${number}，您已确认收到`,
    body: choices.length > 0 ? '' : '请直接发您的答复，60 字以内；不想答，就写“跳过”。',
    buttons:
      choices.length > 0
        ? choices.map((choice) => ({ label: choice, line: line(choice), tone: 'choice' as const }))
        : [{ label: skipping, line: line(skipping), tone: 'choice' }],
    reply:
      choices.length > 0
        ? `直接发：${choices.join('、')}。过后再答，发“答复 ${number} ${choices[0] ?? ''}”。`
        : `过后再答，发“答复 ${number} 您的话”。`,
  };
}
