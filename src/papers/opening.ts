import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Zone } from '../time/zone.ts';
import { isFor } from '../publishing/audience-of.ts';
import type { Closing } from './closing.ts';
import { windowOf, type PaperWindow } from './paper-window.ts';
import type { Paper } from './paper.ts';
import type { PaperStore } from './paper-store.ts';
import type { SheetStore } from './sheet-store.ts';
import type { Sheet } from './sheet.ts';

/** A paper and what a member has written on it, as it is at this moment. */
export interface Opening {
  readonly paper: Paper;
  readonly sheet: Sheet;
  readonly window: PaperWindow;
  /** The time of the open try was over, so this turn handed it in. */
  readonly timeOver: boolean;
}

export type OpenPaper = (turn: Turn, number: number) => Promise<Opening>;

export interface OpeningParts {
  readonly store: Pick<PaperStore, 'find'>;
  readonly sheets: Pick<SheetStore, 'sheet'>;
  readonly closing: Closing;
  readonly zone: Zone;
}

/**
 * Looks a paper up for a member. A try whose time is over is handed in before anything else, so that no
 * answer is taken late even when the job that hands in has not come round yet. Throws a Refusal when there
 * is no such paper for this member.
 */
export function createOpenPaper({ store, sheets, closing, zone }: OpeningParts): OpenPaper {
  return async (turn, number) => {
    const { person } = turn.member;
    const paper = await store.find(number);
    if (paper === undefined) throw new Refusal(noPaper(number));
    const sheet = await sheets.sheet(number, person.userid);
    if (!isFor(paper, person, turn.roster) && Object.keys(sheet.stored).length === 0) {
      throw new Refusal(noPaper(number));
    }

    const window = windowOf(paper, sheet.makeUp, zone);
    const { attempt } = sheet;
    if (attempt === undefined || turn.at < attempt.deadline) return { paper, sheet, window, timeOver: false };
    const closed = closing(turn.work, { paper, sheet, attempt, by: 'clock', at: attempt.deadline });
    return { paper, sheet: closed, window, timeOver: true };
  };
}

/** Nobody learns that others have a paper. */
export function noPaper(number: number): string {
  return `没有给您的第 ${number} 号测试。发“测试”看您的。`;
}
