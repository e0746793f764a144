import type { LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { Paper } from './paper.ts';
import type { Attempt, Mark, Result, Sheet } from './sheet.ts';
import type { ShownQuestion } from './shown-question.ts';

/** What a member sees of a paper next. */
export type Screen =
  | QuestionScreen
  | CompleteScreen
  | CoverScreen
  | ResultScreen
  | ExplanationScreen
  | ClosedScreen;

/** One question, and how far one is. */
export interface QuestionScreen extends Said {
  readonly kind: 'question';
  readonly paper: Paper;
  readonly attempt: Attempt;
  readonly shown: ShownQuestion;
  /** When the service hands it in; left out when only the end of the window ends it. */
  readonly limit?: LocalMoment;
}

/** Nothing is left to answer. */
export interface CompleteScreen extends Said {
  readonly kind: 'complete';
  readonly paper: Paper;
}

/** What one should know before the time begins to run, or one's name is shown. */
export interface CoverScreen {
  readonly kind: 'cover';
  readonly paper: Paper;
  readonly lastDay: LocalDate;
}

export interface ResultScreen {
  readonly kind: 'result';
  readonly paper: Paper;
  readonly sheet: Sheet;
  /** The one to tell about: the latest. */
  readonly result: Result;
  /** Another try can be begun. */
  readonly mayRetry: boolean;
  /** Just now: by the person, or by the clock before the person said something. */
  readonly just?: Result['by'];
}

/** One of the questions that were not right, with its explanation. */
export interface ExplanationScreen {
  readonly kind: 'explanation';
  readonly paper: Paper;
  readonly page: number;
  readonly pages: number;
  readonly place: number;
  readonly mark: Mark;
  /** In the letters the person saw; empty without an answer. */
  readonly given: string;
  /** `undefined` when the question is not in the bank any more. */
  readonly shown: ShownQuestion | undefined;
}

/** Nothing can be done here, and why. */
export interface ClosedScreen {
  readonly kind: 'closed';
  readonly paper: Paper;
  readonly why:
    | { readonly reason: 'notYet'; readonly from: LocalDate }
    /** The window is over and nothing was handed in. */
    | { readonly reason: 'missed' }
    /** The answer was meant for a try that is handed in. */
    | { readonly reason: 'handedIn'; readonly by: Result['by'] }
    /** The answer was meant for a card of an earlier try. */
    | { readonly reason: 'otherTry' }
    | { readonly reason: 'noTriesLeft'; readonly tries: number }
    | { readonly reason: 'allRight' | 'forgotten' };
}

/** What the screen says first about what the member just did. */
interface Said {
  readonly lead?: Lead;
}

export type Lead =
  /** An answer was taken down: in the letters shown, and whether there was another one before. */
  | { readonly kind: 'answered'; readonly place: number; readonly given: string; readonly changed: boolean }
  | { readonly kind: 'withdrawn'; readonly place: number }
  /** An answer when no question was shown: it could be meant for any. */
  | { readonly kind: 'unplaced'; readonly words: string }
  /** There is nothing before or after it; or it is the only one left without an answer. */
  | { readonly kind: 'first' | 'last' | 'only' };
