import type { Card } from '../chat/card.ts';
import { skipping } from './read-answer.ts';
import type { Notice } from './notice.ts';

/** A question of a notice, as it waits for one person. `index` counts from 0. */
export function questionCard({ number, questions }: Notice, index: number): Card {
  const { ask = '', choices = [] } = questions[index] ?? {};
  const line = (words: string): string => `答复 ${number} 问${index + 1} ${words}`;
  return {
    title: `${index + 1}/${questions.length} ${ask}`,
    note: `通知 ${number}，您已确认收到`,
    body: choices.length > 0 ? '' : `请发“答复 ${number} 您的话”，60 字以内；不想答可以跳过。`,
    buttons:
      choices.length > 0
        ? choices.map((choice) => ({ label: choice, line: line(choice), tone: 'choice' as const }))
        : [{ label: skipping, line: line(skipping), tone: 'choice' }],
    reply:
      choices.length > 0
        ? `请发“答复 ${number} ${choices[0] ?? ''}”这样的话，可以答：${choices.join('、')}。`
        : `不想答，发“答复 ${number} ${skipping}”。`,
  };
}
