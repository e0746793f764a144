/** A question that comes with a notice: one of a few choices, or a short text. */
export interface NoticeQuestion {
  readonly ask: string;
  /** Two to four; none for a short text. */
  readonly choices: readonly string[];
}

/** The number of a choice from 0, a text, or nothing: `''` when the question was skipped, `null` before. */
export type GivenAnswer = number | string | null;

/** The first question nobody has said anything to yet; `undefined` when all are done. */
export function nextQuestion(
  questions: readonly NoticeQuestion[],
  given: readonly GivenAnswer[],
): number | undefined {
  const index = questions.findIndex((_, at) => (given[at] ?? null) === null);
  return index === -1 ? undefined : index;
}

/** An answer in words; `undefined` when there is none. */
export function answerWords(question: NoticeQuestion, given: GivenAnswer | undefined): string | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  return typeof given === 'number' ? question.choices[given] : given;
}
