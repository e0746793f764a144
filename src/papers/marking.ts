import type { QuizQuestion } from '../library/quiz-question.ts';
import { readAnswer } from '../quiz/read-answer.ts';
import type { LocalDate } from '../time/local-date.ts';
import { drawQuestions } from './draw.ts';
import type { Paper } from './paper.ts';
import type { Attempt, Mark, MarkedItem, Result } from './sheet.ts';

/** Finds a question by its id; `undefined` when it was withdrawn or has expired by that day. */
export type FindQuestion = (id: string, on: LocalDate) => QuizQuestion | undefined;

export function findIn(bank: readonly QuizQuestion[]): FindQuestion {
  const byId = new Map(bank.map((question) => [question.id, question]));
  return (id, on) => {
    const question = byId.get(id);
    return question?.expires !== undefined && question.expires < on ? undefined : question;
  };
}

export interface MarkingParts {
  readonly paper: Paper;
  readonly userid: string;
  readonly attempt: Attempt;
  readonly find: FindQuestion;
  readonly on: LocalDate;
}

/** Each question is all or nothing; one that was withdrawn counts as right (domain §7.5). */
export function markItems({ paper, userid, attempt, find, on }: MarkingParts): readonly MarkedItem[] {
  return drawQuestions(paper, { userid, try: attempt.try }).map((id, index) => {
    const answer = attempt.answers[index] ?? '';
    return { mark: markOf(find(id, on), answer), answer };
  });
}

export function countRight(items: readonly MarkedItem[]): number {
  return items.filter(({ mark }) => mark === 'right' || mark === 'withdrawn').length;
}

/**
 * The result after these questions were withdrawn: whoever had one is given it. `undefined` when nothing
 * changes.
 */
export function credited(
  paper: Paper,
  userid: string,
  result: Result,
  withdrawn: ReadonlySet<string>,
): Result | undefined {
  if (result.items === undefined) return undefined;
  const ids = drawQuestions(paper, { userid, try: result.try });
  const items = result.items.map((item, index) =>
    withdrawn.has(ids[index] ?? '') ? { ...item, mark: 'withdrawn' as const } : item,
  );
  const right = countRight(items);
  const changed = items.some((item, index) => item.mark !== result.items?.[index]?.mark);
  return changed ? { ...result, right, items } : undefined;
}

function markOf(question: QuizQuestion | undefined, answer: string): Mark {
  if (question === undefined) return 'withdrawn';
  if (answer === '') return 'blank';
  const read = readAnswer(question, answer);
  return read.kind === 'answer' && read.right ? 'right' : 'wrong';
}
