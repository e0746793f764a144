import type { LocalDate } from '../time/local-date.ts';
import type { Paper } from './paper.ts';

/** Everything that is kept of one person and one paper. */
export interface Sheet {
  readonly number: number;
  readonly userid: string;
  /** The try that has been started and not handed in. */
  readonly attempt?: Attempt;
  /** What was handed in, in the order of the tries. */
  readonly results: readonly Result[];
  readonly makeUp?: MakeUp;
  /** The fields as they are stored: what changes of them are expected to meet. */
  readonly stored: Readonly<Record<string, string>>;
}

export interface Attempt {
  /** 1 for the first. */
  readonly try: number;
  /** The instant from which on nothing is taken any more, in milliseconds since the epoch; a whole minute. */
  readonly deadline: number;
  /** Place of the question shown last, 1 for the first; `noPlace` when all were answered and none is shown. */
  readonly place: number;
  /** By place, in the bank's letters; empty where there is no answer yet. */
  readonly answers: readonly string[];
}

export const noPlace = 0;

export interface Result {
  readonly try: number;
  /** In milliseconds since the epoch; a whole minute. */
  readonly handedInAt: number;
  /** By the person with 交卷, or by the service when the time was over. */
  readonly by: 'person' | 'clock';
  /** How many questions count as right. */
  readonly right: number;
  /** By place; forgotten after some time, when only the total is left. */
  readonly items?: readonly MarkedItem[];
}

export interface MarkedItem {
  readonly mark: Mark;
  /** In the bank's letters; empty without an answer. */
  readonly answer: string;
}

/** `withdrawn`: taken from the bank while the paper was open; counts as right for whoever had it. */
export const marks = ['right', 'wrong', 'blank', 'withdrawn'] as const;
export type Mark = (typeof marks)[number];

/** More time for somebody who was excused. */
export interface MakeUp {
  /** The last day, whole. */
  readonly until: LocalDate;
  readonly reason: MakeUpReason;
}

/** Codes only: why somebody is ill is nobody's business here (domain §11.2). */
export const makeUpReasons = ['出差', '请假', '其他'] as const;
export type MakeUpReason = (typeof makeUpReasons)[number];

/** The result that counts: the best, of equals the first. */
export function bestOf({ results }: Pick<Sheet, 'results'>): Result | undefined {
  const [best] = results.toSorted((a, b) => b.right - a.right);
  return best;
}

/** How many tries were begun. */
export function triesOf({ attempt, results }: Pick<Sheet, 'attempt' | 'results'>): number {
  return attempt?.try ?? results.at(-1)?.try ?? 0;
}

export function hasTriesLeft(
  paper: Pick<Paper, 'tries'>,
  sheet: Pick<Sheet, 'attempt' | 'results'>,
): boolean {
  return paper.tries === undefined || triesOf(sheet) < paper.tries;
}

/** The places without an answer, 1 for the first. */
export function unanswered({ answers }: Pick<Attempt, 'answers'>): readonly number[] {
  return answers.flatMap((answer, index) => (answer === '' ? [index + 1] : []));
}
