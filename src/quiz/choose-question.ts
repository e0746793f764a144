import type { QuizQuestion } from '../library/quiz-question.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dueOf, type Answered } from './answered.ts';

/** The next question of the bank that somebody has not answered, in file order. */
export function nextQuestion(
  questions: readonly QuizQuestion[],
  answered: Pick<ReadonlySet<string>, 'has'>,
  today: LocalDate,
): QuizQuestion | undefined {
  return questions.find((question) => !answered.has(question.id) && isAskable(question, today));
}

/** Questions answered wrong before that are due, the longest waiting first. */
export function dueReviews(
  questions: readonly QuizQuestion[],
  answered: ReadonlyMap<string, Answered>,
  today: LocalDate,
): readonly QuizQuestion[] {
  const waiting = questions.flatMap((question) => {
    const earlier = answered.get(question.id);
    const due = earlier && dueOf(earlier);
    return due !== undefined && due <= today && isAskable(question, today) ? [{ question, since: due }] : [];
  });
  return waiting.toSorted((a, b) => (a.since < b.since ? -1 : 1)).map(({ question }) => question);
}

/** What comes back and when, the nearest first. */
export function comingReviews(
  questions: readonly QuizQuestion[],
  answered: ReadonlyMap<string, Answered>,
): readonly { readonly question: QuizQuestion; readonly due: LocalDate }[] {
  return questions
    .flatMap((question) => {
      const earlier = answered.get(question.id);
      const due = earlier && dueOf(earlier);
      return due === undefined ? [] : [{ question, due }];
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
}

function isAskable({ expires }: QuizQuestion, today: LocalDate): boolean {
  return expires === undefined || expires >= today;
}
