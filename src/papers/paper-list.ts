import type { Turn } from '../chat/turn.ts';
import type { Zone } from '../time/zone.ts';
import { isFor } from '../publishing/audience-of.ts';
import type { PaperStore } from './paper-store.ts';
import { windowOf, type PaperWindow } from './paper-window.ts';
import type { Paper } from './paper.ts';
import type { SheetStore } from './sheet-store.ts';
import type { Sheet } from './sheet.ts';
import { standingOf, type Standing } from './standing.ts';

/** A member's own papers. Looking at them changes nothing. */
export interface PaperList {
  /** Newest first: what can be taken, and what was handed in. */
  list(turn: Turn): Promise<readonly ListedPaper[]>;
  /** One of them; `undefined` when it is not for the member. */
  one(turn: Turn, number: number): Promise<ListedPaper | undefined>;
}

export interface ListedPaper {
  readonly paper: Paper;
  readonly sheet: Sheet;
  readonly window: PaperWindow;
  readonly standing: Standing;
}

export interface PaperListParts {
  readonly store: Pick<PaperStore, 'latest' | 'find'>;
  readonly sheets: Pick<SheetStore, 'sheet'>;
  readonly zone: Zone;
}

export function createPaperList({ store, sheets, zone }: PaperListParts): PaperList {
  return {
    async list(turn) {
      const latest = await store.latest();
      const recent = Array.from({ length: Math.min(lookBack, latest) }, (_, index) => latest - index);
      const listed = await Promise.all(recent.map((number) => one(turn, number)));
      return listed.filter((paper) => paper !== undefined);
    },
    one,
  };

  async function one(turn: Turn, number: number): Promise<ListedPaper | undefined> {
    const { person } = turn.member;
    const [paper, sheet] = await Promise.all([store.find(number), sheets.sheet(number, person.userid)]);
    if (paper === undefined) return undefined;
    const isEmpty = sheet.attempt === undefined && sheet.results.length === 0;
    if (isEmpty && !isFor(paper, person, turn.roster)) return undefined;
    const window = windowOf(paper, sheet.makeUp, zone);
    return { paper, sheet, window, standing: standingOf(sheet, window, turn.at) };
  }
}

/** How far back the list looks; older papers can still be named by their number. */
const lookBack = 60;
