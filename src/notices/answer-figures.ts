import type { GivenAnswer, NoticeQuestion } from './notice-question.ts';

/** What was answered to one question, without whose answer it is. */
export interface AnswerFigures {
  readonly question: NoticeQuestion;
  readonly answered: number;
  /** How often each choice was taken, in the order of the choices. */
  readonly counts: readonly number[];
  /** Texts in their own order, so that it tells nothing of the people. */
  readonly texts: readonly string[];
}

export function answerFigures(
  questions: readonly NoticeQuestion[],
  answers: Iterable<readonly GivenAnswer[]>,
): readonly AnswerFigures[] {
  const all = [...answers];
  return questions.map((question, index) => {
    const given = all.map((one) => one[index] ?? null);
    const counts = question.choices.map((_, choice) => given.filter((answer) => answer === choice).length);
    const texts = given.filter((answer) => typeof answer === 'string' && answer !== '') as readonly string[];
    const taken = counts.reduce((sum, count) => sum + count, 0);
    return {
      question,
      answered: taken + texts.length,
      counts,
      texts: texts.toSorted((a, b) => a.localeCompare(b, 'zh')),
    };
  });
}

/** The same out of counts that are kept after a year; the texts are gone. */
export function keptFigures(
  questions: readonly NoticeQuestion[],
  kept: readonly (readonly number[])[],
): readonly AnswerFigures[] {
  return questions.map((question, index) => {
    const counts = kept[index] ?? [];
    const answered = counts.reduce((sum, count) => sum + count, 0);
    return {
      question,
      answered,
      counts: question.choices.map((_, choice) => counts[choice] ?? 0),
      texts: [],
    };
  });
}

/** What is kept: for a choice how often each was taken, for a text how many there were. */
export function countsOf(figures: readonly AnswerFigures[]): readonly (readonly number[])[] {
  return figures.map(({ question, counts, answered }) => (question.choices.length > 0 ? counts : [answered]));
}
