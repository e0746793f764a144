import type { Hours } from '../hours/hours.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import { eachSheet } from './each-sheet.ts';
import { credited, type FindQuestion } from './marking.ts';
import type { PaperDiary } from './paper-diary-store.ts';
import type { Paper } from './paper.ts';
import { creditPassed } from './passed.ts';
import type { SheetStore } from './sheet-store.ts';
import type { LocalDate } from '../time/local-date.ts';

/**
 * Gives everybody who has handed in a paper the points for its questions that were withdrawn since. Whoever
 * hands in later gets them then.
 */
export type CreditWithdrawn = (paper: Paper, today: LocalDate) => Promise<void>;

export interface CreditingParts {
  readonly diary: Pick<PaperDiary, 'withdrawn' | 'noteWithdrawn'>;
  readonly sheets: Pick<SheetStore, 'sheets' | 'revise'>;
  readonly find: FindQuestion;
  readonly hours: Pick<Hours, 'credit'>;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createCreditWithdrawn(parts: CreditingParts): CreditWithdrawn {
  const { diary, sheets, find, hours, commit } = parts;

  return async (paper, today) => {
    const known = await diary.withdrawn(paper.number);
    const gone = paper.portions
      .flatMap(({ pool }) => pool)
      .filter((id) => !known.has(id) && find(id, today) === undefined);
    if (gone.length === 0 || !(await creditEverybody(paper, new Set(gone)))) return;
    const work = createUnitOfWork();
    diary.noteWithdrawn(work, paper.number, gone, today);
    await commit(work);
  };

  /** Whether everything was written; if not, the next round tries again. */
  async function creditEverybody(paper: Paper, gone: ReadonlySet<string>): Promise<boolean> {
    const { people } = await parts.roster();
    const userids = people.map(({ userid }) => userid);
    let isComplete = true;
    for await (const sheet of eachSheet(sheets, paper.number, userids)) {
      const revised = sheet.results.flatMap((result) => credited(paper, sheet.userid, result, gone) ?? []);
      if (revised.length === 0) continue;
      const work = createUnitOfWork();
      for (const result of revised) {
        sheets.revise(work, sheet, result);
        creditPassed(hours, work, sheet.userid, { paper, right: result.right });
      }
      if ((await commit(work)) !== undefined) isComplete = false;
    }
    return isComplete;
  }
}
