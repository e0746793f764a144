import type { Card } from '../chat/card.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { StudyItem } from '../library/study-item.ts';
import { howToAnswer, questionCard } from '../quiz/quiz-cards.ts';
import { studyCard } from '../study/study-cards.ts';

/** Study item and question of the day as one message, never two; either alone when the other is missing. */
export function morningCard(item: StudyItem | undefined, question: QuizQuestion | undefined): Card {
  if (item === undefined) {
    if (question === undefined) throw new TypeError('a morning without item and question has no card');
    return questionCard(question, 'daily');
  }
  const study = studyCard(item);
  return question === undefined ? study : together(item, study, question);
}

/** The text of a card holds about 160 characters, its buttons are at most six (protocol §4.3). */
const bodyLimit = 160;
const buttonLimit = 6;

function together(item: StudyItem, study: Card, question: QuizQuestion): Card {
  const asked = questionCard(question, 'daily');
  const [done, whole] = study.buttons;
  const ask = `【每日一题】${question.ask}`;
  const room = bodyLimit - [...ask].length - 1;
  const fits = asked.buttons.length > 0 && asked.buttons.length + 2 <= buttonLimit && room >= shortestSummary;
  if (done === undefined || whole === undefined) return study;
  if (!fits) {
    const invitation = { label: '答今天的题', line: '答题' };
    return { ...study, buttons: [done, whole, invitation] };
  }
  return {
    ...study,
    body: `${shortened(item.summary, room)}\n${ask}`,
    facts: asked.facts ?? [],
    // Each half knows of the other, so that a tap on one leaves the other to be tapped.
    buttons: [
      { ...done, line: `${done.line} ${question.id}` },
      whole,
      ...asked.buttons.map((button) => ({ ...button, line: `${button.line} ${item.id}` })),
    ],
    reply: `学完了，发“${done.line}”；看全文，发“${whole.line}”；答题，${howToAnswer(question)}`,
  };
}

/** With less room than this a summary says nothing. */
const shortestSummary = 40;

function shortened(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
