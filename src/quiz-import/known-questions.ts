import { createLikenessIndex } from '../library/quiz-likeness.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { NewQuestion } from './complete-draft.ts';
import { identityOf } from './question-identity.ts';

/** Questions of the bank and of the file so far, to tell which ones come a second time. */
export interface KnownQuestions {
  /** Where the same question stands, such as `第 3 行`. */
  sameAs(question: NewQuestion): string | undefined;
  /** One that asks nearly the same. */
  mostLike(question: NewQuestion): KnownQuestion | undefined;
  add(question: NewQuestion, place: string): void;
}

export interface KnownQuestion {
  readonly place: string;
  readonly ask: string;
}

export function createKnownQuestions(bank: readonly QuizQuestion[]): KnownQuestions {
  const places = new Map<string, string>();
  const likeness = createLikenessIndex<KnownQuestion>();
  const add = (question: NewQuestion, place: string) => {
    places.set(identityOf(question), place);
    likeness.add(question, { place, ask: question.ask });
  };
  for (const question of bank) add(question, `${question.file} 的 ${question.id}`);

  return {
    sameAs: (question) => places.get(identityOf(question)),
    mostLike: (question) => likeness.mostLike(question),
    add,
  };
}
