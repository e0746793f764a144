import type { Hours } from '../hours/hours.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Zone } from '../time/zone.ts';
import { countRight, markItems, type FindQuestion } from './marking.ts';
import type { Paper } from './paper.ts';
import { creditPassed } from './passed.ts';
import { countQuestions } from './question-counts.ts';
import type { SheetStore } from './sheet-store.ts';
import type { Attempt, Result, Sheet } from './sheet.ts';

/**
 * States that an open try is handed in, and marks it. Returns the sheet as it is then. Whoever hands in
 * the same try at the same moment, on another phone or by the clock, fails at the commit: it is marked once.
 */
export type Closing = (work: UnitOfWork, handing: Handing) => Sheet;

export interface Handing {
  readonly paper: Paper;
  readonly sheet: Sheet;
  readonly attempt: Attempt;
  readonly by: Result['by'];
  /** In milliseconds since the epoch. */
  readonly at: number;
}

export interface ClosingParts {
  readonly sheets: Pick<SheetStore, 'close'>;
  readonly hours: Pick<Hours, 'credit'>;
  readonly figures: Pick<QuizStore, 'count'>;
  readonly find: FindQuestion;
  readonly zone: Zone;
}

export function createClosing({ sheets, hours, figures, find, zone }: ClosingParts): Closing {
  return (work, { paper, sheet, attempt, by, at }) => {
    const { attempt: _, ...rest } = sheet;
    if (by === 'clock' && isUntouched(paper, attempt)) {
      sheets.close(work, sheet, undefined);
      return rest;
    }
    // A deadline at midnight belongs to the day that ends.
    const on = zone.localAt(at - 1).date;
    const items = markItems({ paper, userid: sheet.userid, attempt, find, on });
    const result: Result = { try: attempt.try, handedInAt: at, by, right: countRight(items), items };
    sheets.close(work, sheet, result);
    creditPassed(hours, work, sheet.userid, { paper, right: result.right });
    countQuestions(figures, find, work, { paper, userid: sheet.userid, result, on });
    return { ...rest, results: [...sheet.results, result] };
  };
}

/**
 * Opened by mistake, and the window is over: nobody wants a zero for that. Within a time limit it counts,
 * or one could look at the questions first.
 */
function isUntouched(paper: Paper, { answers }: Attempt): boolean {
  return paper.minutes === undefined && answers.every((answer) => answer === '');
}
