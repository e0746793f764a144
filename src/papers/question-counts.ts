import type { QuizStore } from '../quiz/quiz-store.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import { drawQuestions } from './draw.ts';
import type { FindQuestion } from './marking.ts';
import type { Paper } from './paper.ts';
import type { Result } from './sheet.ts';

export interface CountedTry {
  readonly paper: Paper;
  readonly userid: string;
  readonly result: Result;
  readonly on: LocalDate;
}

/**
 * States for the editor how the questions of a try were answered, as the daily question and contests do. Of
 * the first try only: whoever tries again has read the answers.
 */
export function countQuestions(
  figures: Pick<QuizStore, 'count'>,
  find: FindQuestion,
  work: UnitOfWork,
  { paper, userid, result, on }: CountedTry,
): void {
  if (result.try !== 1) return;
  const ids = drawQuestions(paper, { userid, try: result.try });
  for (const [index, { mark, answer }] of (result.items ?? []).entries()) {
    const question = find(ids[index] ?? '', on);
    if (question === undefined || answer === '') continue;
    const isWrongChoice = mark === 'wrong' && question.type !== 'fill';
    figures.count(work, question.id, mark === 'right', isWrongChoice ? answer : undefined);
  }
}
