import type { ProblemInFile } from '../library/problem.ts';
import type { QuizType } from '../library/quiz-question.ts';

/** A question as a file gives it, before anybody has asked whether it is a good one. */
export interface Draft {
  /** Line of a text, or row of a sheet as Excel counts. */
  readonly line: number;
  readonly type?: DeclaredType;
  readonly ask: string;
  readonly choices: readonly DraftChoice[];
  /** As written: `B`, `A、C`, `√`, `三年；3年`. */
  readonly answer?: string;
  readonly because?: string;
  readonly source?: string;
  /** As written, separated by whatever. */
  readonly tags?: string;
}

export interface DraftChoice {
  readonly letter: string;
  readonly text: string;
}

/** `choice` is 选择题 or 不定项: the number of right answers says which. */
export type DeclaredType = QuizType | 'choice';

/** A text, or one sheet of a workbook. */
export interface Page {
  /** Of the sheet. */
  readonly name?: string;
  readonly drafts: readonly Draft[];
  readonly problems: readonly ProblemInFile[];
}
