import { quizTypes, type QuizType } from '../library/quiz-question.ts';
import type { LocalDate } from '../time/local-date.ts';

/** A test as it was published. It never changes, whatever becomes of the bank it was drawn from. */
export interface Paper extends PaperRules {
  /** Short number, unique for ever. */
  readonly number: number;
  readonly name: string;
  /** Whom it is for, as `storedRule` reads it at any time: `全体`, `@A1`, `#青年`. */
  readonly audience: string;
  /** The same as people call it. */
  readonly audienceName: string;
  /** Userid of whoever published it. */
  readonly author: string;
  /** First and last day on which it can be taken, both whole. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly portions: readonly Portion[];
  /** What every draw and shuffle is computed from, see draw.ts. */
  readonly seed: string;
}

/** What its publisher may choose; the defaults are domain §7.5's. */
export interface PaperRules {
  /** Percent of right answers, 1 to 100. */
  readonly passMark: number;
  /** How often it may be taken, the best counts; as often as one likes when left out. */
  readonly tries?: number;
  /** Minutes from the start of a try; no limit but the window when left out. */
  readonly minutes?: number;
  /** The secretary of a person's own branch sees name and result; else figures only. */
  readonly named: boolean;
}

/** So many questions of one type, each person's own, out of these. No question is in two pools. */
export interface Portion {
  readonly type: QuizType;
  readonly count: number;
  /** Ids of the bank's questions at the time of publishing. */
  readonly pool: readonly string[];
}

/** Questions are asked by type, so that nobody has to change the way of answering at every one. */
export const askingOrder = quizTypes;

/** How many questions each person gets. */
export function lengthOf({ portions }: Pick<Paper, 'portions'>): number {
  return portions.reduce((sum, { count }) => sum + count, 0);
}

/** How many questions of each type each person gets, in the order they are asked. */
export function typesOf({ portions }: Pick<Paper, 'portions'>): ReadonlyMap<QuizType, number> {
  return new Map(
    askingOrder.flatMap((type) => {
      const ofType = portions.filter((portion) => portion.type === type);
      return ofType.length === 0 ? [] : [[type, lengthOf({ portions: ofType })] as const];
    }),
  );
}

/** Score in percent, cut and not rounded: nobody who did not pass reads the pass mark. */
export function scoreOf(right: number, questions: number): number {
  return Math.floor((100 * right) / questions);
}

export function isPassed(right: number, paper: Pick<Paper, 'portions' | 'passMark'>): boolean {
  return 100 * right >= paper.passMark * lengthOf(paper);
}
