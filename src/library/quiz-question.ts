import type { LocalDate } from '../time/local-date.ts';

/** One question of the bank: an entry of a file under `content/quiz/` (contract §6). */
export type QuizQuestion = ChoiceQuestion | JudgeQuestion | FillQuestion;

interface QuestionBase {
  /** For ever. A changed answer is a new id, with `replaces`. */
  readonly id: string;
  readonly ask: string;
  /** Why the answer is right, in one to three sentences. */
  readonly because: string;
  /** The rule and article. */
  readonly source: string;
  readonly tags: readonly string[];
  /** The day on which the answer was last checked against its source. */
  readonly asOf: LocalDate;
  /** The last day on which it may be asked. */
  readonly expires?: LocalDate;
  /** The id of the question it takes the place of. */
  readonly replaces?: string;
  /** Path inside the content folder. */
  readonly file: string;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'single' | 'multiple';
  /** Letter (A to H, without a gap) → text, in order. */
  readonly choices: ReadonlyMap<ChoiceLetter, string>;
  /** One letter for `single`, two or more in alphabetical order for `multiple`. */
  readonly answer: readonly ChoiceLetter[];
}

export interface JudgeQuestion extends QuestionBase {
  readonly type: 'judge';
  readonly answer: '对' | '错';
}

export interface FillQuestion extends QuestionBase {
  readonly type: 'fill';
  /** Accepted texts; the first one is shown as the answer. */
  readonly answer: readonly [string, ...string[]];
}

export const quizTypes = [
  'single',
  'multiple',
  'judge',
  'fill',
] as const satisfies readonly QuizQuestion['type'][];
export type QuizType = (typeof quizTypes)[number];

export const choiceLetters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
export type ChoiceLetter = (typeof choiceLetters)[number];
