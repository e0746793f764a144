import { Refusal } from '../errors.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { isOneTap } from '../quiz/asking-card.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { ContestForm } from './contest.ts';
import { sortedBySeed } from './own-order.ts';

export interface QuestionChoice {
  readonly form: ContestForm;
  readonly count: number;
  /** The last day on which they are asked. */
  readonly until: LocalDate;
  readonly seed: string;
}

/** Draws the questions of a contest from the bank. Throws a Refusal when there are too few. */
export function chooseQuestions(bank: readonly QuizQuestion[], choice: QuestionChoice): readonly string[] {
  const usable = bank.filter((question) => isUsable(question, choice));
  if (usable.length >= choice.count) {
    return sortedBySeed(
      choice.seed,
      usable.map(({ id }) => id),
    ).slice(0, choice.count);
  }
  if (usable.length === 0) throw new Refusal('题库里现在没有能用的题，发起不了。请编辑先补充题库。');
  throw new Refusal(
    `题库里现在能用的有 ${usable.length} 道，不够 ${choice.count} 题。请减少题数，例如：${usable.length}题`,
  );
}

/** In a room the time is short: only questions that one tap answers. */
function isUsable(question: QuizQuestion, { form, until }: QuestionChoice): boolean {
  if (question.expires !== undefined && question.expires < until) return false;
  return form === 'challenge' || isOneTap(question);
}
