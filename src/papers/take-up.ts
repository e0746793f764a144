import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { Zone } from '../time/zone.ts';
import { inAudience } from '../publishing/audience-of.ts';
import { noPaper } from './opening.ts';
import type { PaperDiary } from './paper-diary-store.ts';
import type { PaperStore } from './paper-store.ts';
import { windowOf } from './paper-window.ts';
import type { Paper } from './paper.ts';
import type { SheetStore } from './sheet-store.ts';

/** Which of an officer's people have taken a paper that is open now; for reminding the others. */
export interface TakeUp {
  /**
   * Of the paper named, else of the only one that is open for the officer's people. Throws a Refusal when
   * there is none, when it is not the time for it, or when more than one can be meant.
   */
  of(turn: Turn, number: number | undefined): Promise<TakenUp>;
}

export interface TakenUp {
  readonly paper: Paper;
  readonly organisation: Organisation;
  readonly taken: readonly Person[];
  /** Also those who have begun and not handed in. */
  readonly notTaken: readonly Person[];
}

export interface TakeUpParts {
  readonly store: Pick<PaperStore, 'find'>;
  readonly diary: Pick<PaperDiary, 'stillOpen'>;
  readonly sheets: Pick<SheetStore, 'sheets'>;
  readonly zone: Zone;
}

export function createTakeUp({ store, diary, sheets, zone }: TakeUpParts): TakeUp {
  return {
    async of(turn, number) {
      const paper = number === undefined ? await onlyOpen(turn) : await openPaper(turn, number);
      const people = peopleFor(paper, turn);
      const [organisation] = turn.roster.scopeOf(turn.member);
      if (organisation === undefined || people.length === 0) throw new Refusal(noPaper(paper.number));
      const all = await sheets.sheets(
        paper.number,
        people.map(({ userid }) => userid),
      );
      const hasTaken = (index: number): boolean => (all[index]?.results.length ?? 0) > 0;
      return {
        paper,
        organisation,
        taken: people.filter((_, index) => hasTaken(index)),
        notTaken: people.filter((_, index) => !hasTaken(index)),
      };
    },
  };

  async function openPaper({ at }: Turn, number: number): Promise<Paper> {
    const paper = await store.find(number);
    if (paper === undefined) throw new Refusal(noPaper(number));
    const { from, until } = windowOf(paper, undefined, zone);
    if (at < from) throw new Refusal(`测试 ${number} 还没有开始，不用提醒。`);
    if (at >= until) throw new Refusal(`测试 ${number} 已经截止，不能再提醒了。没有赶上的人可以安排补考。`);
    return paper;
  }

  async function onlyOpen(turn: Turn): Promise<Paper> {
    const all = await Promise.all((await diary.stillOpen(turn.at)).map((number) => store.find(number)));
    const open = all
      .filter((paper) => paper !== undefined)
      .filter((paper) => turn.at >= windowOf(paper, undefined, zone).from)
      .filter((paper) => peopleFor(paper, turn).length > 0);
    const [only, second] = open;
    if (only === undefined) throw new Refusal('现在没有开着的测试，不用提醒。');
    if (second === undefined) return only;
    const numbers = open.map(({ number }) => number).join('、');
    throw new Refusal(`现在开着的测试有 ${numbers} 号，请带上编号，例如：提醒 测试 ${only.number}`);
  }

  function peopleFor(paper: Paper, { roster, member }: Turn): readonly Person[] {
    return roster.peopleInScopeOf(member).filter(inAudience(paper, roster));
  }
}
