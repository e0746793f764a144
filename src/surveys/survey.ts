import type { SurveyQuestion } from '../library/survey-template.ts';
import type { LocalDate } from '../time/local-date.ts';

/**
 * One anonymous survey, as it was published. It never changes: content that is edited meanwhile does not
 * alter what people were asked.
 */
export interface Survey {
  /** Short number, unique for ever. */
  readonly number: number;
  readonly title: string;
  /** Whose work it asks about. */
  readonly about: string;
  readonly questions: readonly SurveyQuestion[];
  /** In words that last, e.g. `@A1`. */
  readonly audience: string;
  /** As people call it. */
  readonly audienceName: string;
  readonly author: string;
  /** First and last day, whole. */
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** What is left when a survey has been counted: nobody's answers, only sums. */
export interface SurveyResult {
  /** How many handed in. */
  readonly taken: number;
  /** How many could have. */
  readonly asked: number;
  /** Handed in, and not to be read again because the service's secrets were changed meanwhile. */
  readonly unreadable: number;
  /** Per question, per choice. Left out for ever when fewer than `fewestAnswers` were counted. */
  readonly counts?: readonly (readonly number[])[];
}

/**
 * Issue and features §2 (threshold k): from so many answers on a result is shown. Among fewer, somebody who
 * knows the others' answers would know the last one's.
 */
export const fewestAnswers = 10;
