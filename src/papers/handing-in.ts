import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Closing } from './closing.ts';
import { latestResult } from './latest-result.ts';
import type { OpenPaper, Opening } from './opening.ts';
import { paperOn, takeOffDesk } from './paper-desk.ts';
import type { PaperList } from './paper-list.ts';
import type { Paper } from './paper.ts';
import type { ResultScreen } from './screen.ts';
import type { Attempt } from './sheet.ts';

/** 交卷: of the paper named, else of the one being taken. */
export interface HandingIn {
  /** What would be handed in. Throws a Refusal when there is nothing. */
  beforeHandIn(turn: Turn, number: number | undefined): Promise<OpenTry>;
  handIn(turn: Turn, number: number | undefined): Promise<ResultScreen>;
}

export interface OpenTry {
  readonly paper: Paper;
  readonly attempt: Attempt;
}

export interface HandingInParts {
  readonly papers: Pick<PaperList, 'list'>;
  readonly open: OpenPaper;
  readonly closing: Closing;
  readonly desks: Desks;
}

export function createHandingIn({ papers, open, closing, desks }: HandingInParts): HandingIn {
  return {
    async beforeHandIn(turn, number) {
      const opening = await open(turn, number ?? (await numberBeingTaken(turn)));
      const { paper, sheet } = opening;
      if (sheet.attempt !== undefined) return { paper, attempt: sheet.attempt };
      throw new Refusal(nothingToHandIn(opening));
    },

    async handIn(turn, number) {
      const opening = await open(turn, number ?? (await numberBeingTaken(turn)));
      const { paper, sheet, timeOver } = opening;
      const { attempt } = sheet;
      takeOffDesk(turn, desks, paper.number);
      if (attempt !== undefined) {
        const closed = closing(turn.work, { paper, sheet, attempt, by: 'person', at: turn.at });
        const handedIn = latestResult({ ...opening, sheet: closed }, turn.at, 'person');
        if (handedIn !== undefined) return handedIn;
      }
      const closedBefore = timeOver ? latestResult(opening, turn.at, 'clock') : undefined;
      if (closedBefore !== undefined) return closedBefore;
      throw new Refusal(nothingToHandIn(opening));
    },
  };

  /** The one whose question was shown last, else the only one. */
  async function numberBeingTaken(turn: Turn): Promise<number> {
    const underway = (await papers.list(turn)).filter(({ standing }) => standing === 'underway');
    const onDesk = paperOn(turn)?.number;
    const numbers = underway.map(({ paper }) => paper.number);
    if (onDesk !== undefined && (numbers.length === 0 || numbers.includes(onDesk))) return onDesk;
    const [only, second] = numbers;
    if (only === undefined) throw new Refusal('您现在没有做到一半的测试，不用交卷。发“测试”看您的测试。');
    if (second === undefined) return only;
    throw new Refusal(`您有不止一份没有交的卷子，请带上编号，例如：交卷 ${only}。发“测试”看都有哪些。`);
  }
}

function nothingToHandIn({ paper: { number }, sheet, timeOver }: Opening): string {
  if (timeOver) return `测试 ${number} 的时间已经到了，已自动交卷。发“测试 ${number}”看结果。`;
  return sheet.results.length === 0
    ? `测试 ${number} 还没有开始，不用交卷。开始发“测试 ${number}”。`
    : `测试 ${number} 已经交过卷了。发“测试 ${number}”看结果。`;
}
