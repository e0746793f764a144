import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Zone } from '../time/zone.ts';
import { isFor } from './audience-of.ts';
import type { Closing } from './closing.ts';
import { explanationOf } from './explanation.ts';
import type { FindQuestion } from './marking.ts';
import type { OpenPaper, Opening } from './opening.ts';
import { paperOn, putAside, takeOffDesk } from './paper-desk.ts';
import type { PaperStore } from './paper-store.ts';
import { windowOf, type PaperWindow } from './paper-window.ts';
import type { Paper } from './paper.ts';
import { readMove, type Wish } from './request.ts';
import type { ResultScreen, Screen } from './screen.ts';
import type { SheetStore } from './sheet-store.ts';
import { hasTriesLeft, type Attempt, type Result, type Sheet } from './sheet.ts';
import { standingOf, type Standing } from './standing.ts';
import type { Taking } from './taking.ts';

/** What a member does with tests. */
export interface Papers {
  /** The member's papers, newest first: what can be taken, and what was handed in. */
  list(turn: Turn): Promise<readonly ListedPaper[]>;
  /** One of them; `undefined` when it is not for the member. */
  one(turn: Turn, number: number): Promise<ListedPaper | undefined>;
  /** Does what is wanted of a paper. Throws a Refusal when there is no such paper for the member. */
  take(turn: Turn, number: number, wish: Wish): Promise<Screen>;
  /**
   * Takes words that are no command as an answer, or as a move, in the paper that is being taken;
   * `undefined` when there is none, or the words cannot be meant for it.
   */
  bare(turn: Turn, words: string): Promise<Screen | undefined>;
  /** Whether a daily question was shown since the paper's last one, so that bare words are meant for that. */
  isAside(turn: Turn): boolean;
  /** States that a daily question is shown now. */
  putAside(turn: Turn): void;
  /** What 交卷 would hand in: the paper named, else the one being taken. Throws a Refusal when there is none. */
  beforeHandIn(turn: Turn, number: number | undefined): Promise<OpenTry>;
  handIn(turn: Turn, number: number | undefined): Promise<ResultScreen>;
}

export interface OpenTry {
  readonly paper: Paper;
  readonly attempt: Attempt;
}

export interface ListedPaper {
  readonly paper: Paper;
  readonly sheet: Sheet;
  readonly window: PaperWindow;
  readonly standing: Standing;
}

export interface PapersParts {
  readonly store: PaperStore;
  readonly sheets: SheetStore;
  readonly desks: Desks;
  readonly zone: Zone;
  readonly find: FindQuestion;
  readonly open: OpenPaper;
  readonly taking: Taking;
  readonly closing: Closing;
}

export function createPapers(parts: PapersParts): Papers {
  const { store, sheets, desks, zone, find, open, taking, closing } = parts;

  return {
    async list(turn) {
      const listed = await Promise.all((await recentNumbers()).map((number) => one(turn, number)));
      return listed.filter((paper) => paper !== undefined);
    },

    one,

    async take(turn, number, wish) {
      const opening = await open(turn, number);
      switch (wish.kind) {
        case 'explain':
          return explanationOf(opening, wish.page, turn.today, find);
        case 'go':
          return opening.sheet.attempt === undefined
            ? whatIsThere(turn, opening)
            : taking.go(turn, opening, opening.sheet.attempt, wish.move);
        case 'answer':
          return answerOnCard(turn, opening, wish);
        case 'result':
          return whatIsThere(turn, opening);
        case 'open':
        case 'start':
        case 'resume':
        case 'again':
          return enter(turn, opening, wish.kind);
      }
    },

    async bare(turn, words) {
      const onDesk = paperOn(turn);
      if (onDesk === undefined || [...words].length > longestWords) return undefined;
      const opening = await open(turn, onDesk.number);
      const { attempt } = opening.sheet;
      if (attempt === undefined) {
        takeOffDesk(turn, desks);
        return handedInBefore(opening);
      }
      const move = readMove(words);
      return move === undefined
        ? taking.answer(turn, opening, attempt, { place: attempt.place, words })
        : taking.go(turn, opening, attempt, move);
    },

    isAside: (turn) => paperOn(turn)?.isAside === true,
    putAside: (turn) => putAside(turn, desks),

    async beforeHandIn(turn, number) {
      const { paper, sheet, timeOver } = await open(turn, number ?? (await numberBeingTaken(turn)));
      if (sheet.attempt !== undefined) return { paper, attempt: sheet.attempt };
      throw new Refusal(nothingToHandIn(paper, sheet, timeOver));
    },

    async handIn(turn, number) {
      const opening = await open(turn, number ?? (await numberBeingTaken(turn)));
      const { paper, sheet, timeOver } = opening;
      takeOffDesk(turn, desks);
      const { attempt } = sheet;
      const after =
        attempt === undefined
          ? sheet
          : closing(turn.work, { paper, sheet, attempt, by: 'person', at: turn.at });
      const result = after.results.at(-1);
      if (result === undefined || (attempt === undefined && !timeOver)) {
        throw new Refusal(nothingToHandIn(paper, sheet, timeOver));
      }
      return resultScreen(turn, { ...opening, sheet: after }, result, timeOver ? 'clock' : 'person');
    },
  };

  async function one(turn: Turn, number: number): Promise<ListedPaper | undefined> {
    const { person } = turn.member;
    const [paper, sheet] = await Promise.all([store.find(number), sheets.sheet(number, person.userid)]);
    if (paper === undefined) return undefined;
    if (sheet.results.length === 0 && !isFor(paper, person, turn.roster)) return undefined;
    const window = windowOf(paper, sheet.makeUp, zone);
    return { paper, sheet, window, standing: standingOf(sheet, window, turn.at) };
  }

  /** Starts, goes on or shows the result, whichever it is time for. */
  function enter(turn: Turn, opening: Opening, kind: Wish['kind']): Screen {
    const { paper, sheet, window, timeOver } = opening;
    if (sheet.attempt !== undefined) return taking.show(turn, opening, sheet.attempt);
    const mayBegin = turn.at >= window.from && turn.at < window.until && !timeOver;
    if (!mayBegin || (sheet.results.length > 0 && kind !== 'again')) return whatIsThere(turn, opening);
    if (paper.tries !== undefined && !hasTriesLeft(paper, sheet)) {
      return { kind: 'closed', paper, why: { reason: 'noTriesLeft', tries: paper.tries } };
    }
    // Typed without having read the announcement: one should know before the time runs or a name is shown.
    const unwarned = kind === 'open' && (paper.minutes !== undefined || paper.named);
    return unwarned ? { kind: 'cover', paper, lastDay: window.lastDay } : taking.begin(turn, opening);
  }

  /** The result, or why there is none. */
  function whatIsThere(turn: Turn, opening: Opening): Screen {
    const { paper, sheet, window, timeOver } = opening;
    const result = sheet.results.at(-1);
    if (result !== undefined) return resultScreen(turn, opening, result, timeOver ? 'clock' : undefined);
    if (turn.at < window.from) return { kind: 'closed', paper, why: { reason: 'notYet', from: paper.from } };
    if (turn.at >= window.until) return { kind: 'closed', paper, why: { reason: 'missed' } };
    return { kind: 'cover', paper, lastDay: window.lastDay };
  }

  function answerOnCard(turn: Turn, opening: Opening, given: Extract<Wish, { kind: 'answer' }>): Screen {
    const { paper, sheet } = opening;
    if (sheet.attempt === undefined) return handedInBefore(opening) ?? whatIsThere(turn, opening);
    if (given.try !== undefined && given.try !== sheet.attempt.try) {
      return { kind: 'closed', paper, why: { reason: 'otherTry' } };
    }
    const screen = taking.answer(turn, opening, sheet.attempt, given);
    if (screen !== undefined) return screen;
    throw new Refusal(`没有看懂“${given.words}”是第 ${given.place} 题的哪个答案。`);
  }

  /** For an answer that comes when its try is over. */
  function handedInBefore({ paper, sheet }: Opening): Screen | undefined {
    const last = sheet.results.at(-1);
    return last && { kind: 'closed', paper, why: { reason: 'handedIn', by: last.by } };
  }

  function resultScreen(
    turn: Turn,
    { paper, sheet, window }: Opening,
    result: Result,
    just: Result['by'] | undefined,
  ): ResultScreen {
    return {
      kind: 'result',
      paper,
      sheet,
      result,
      mayRetry: turn.at < window.until && hasTriesLeft(paper, sheet),
      ...(just === undefined ? {} : { just }),
    };
  }

  async function numberBeingTaken(turn: Turn): Promise<number> {
    const onDesk = paperOn(turn);
    if (onDesk !== undefined) return onDesk.number;
    const { userid } = turn.member.person;
    const all = await Promise.all((await recentNumbers()).map((number) => sheets.sheet(number, userid)));
    const [running, second] = all.filter(({ attempt }) => attempt !== undefined);
    if (running === undefined) throw new Refusal('您现在没有做到一半的测试，不用交卷。发“测试”看您的测试。');
    if (second === undefined) return running.number;
    throw new Refusal(
      `您有不止一份没有交的卷子，请带上编号，例如：交卷 ${running.number}。发“测试”看都有哪些。`,
    );
  }

  async function recentNumbers(): Promise<readonly number[]> {
    const latest = await store.latest();
    return Array.from({ length: Math.min(lookBack, latest) }, (_, index) => latest - index);
  }
}

/** How far back lists look; older papers can still be named by their number. */
const lookBack = 60;

/** Longer texts are no answers (quiz/read-answer.ts). */
const longestWords = 40;

function nothingToHandIn({ number }: Paper, { results }: Sheet, timeOver: boolean): string {
  if (timeOver) return `测试 ${number} 的时间已经到了，已自动交卷。发“测试 ${number}”看结果。`;
  return results.length === 0
    ? `测试 ${number} 还没有开始，不用交卷。开始发“测试 ${number}”。`
    : `测试 ${number} 已经交过卷了。发“测试 ${number}”看结果。`;
}
