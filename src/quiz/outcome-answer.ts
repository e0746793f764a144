import type { Answer } from '../chat/answer.ts';
import { answeredBeforeText, answerText } from './quiz-cards.ts';
import type { AnswerOutcome } from './quiz.ts';

/** What to say to an answer; `undefined` when the words were not meant as one. */
export function outcomeAnswer(outcome: AnswerOutcome): Answer | undefined {
  switch (outcome.outcome) {
    case 'right':
    case 'wrong':
      return answerText(outcome);
    case 'already':
      return answeredBeforeText(outcome.question);
    case 'impossible':
      return `${outcome.advice}。`;
    case 'withdrawn':
      return { text: '这道题已经撤下，不用答了。发“答题”看别的。', closing: '已撤下' };
    case 'notMeant':
      return undefined;
  }
}
