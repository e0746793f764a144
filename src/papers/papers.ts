import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { readAnswer } from '../quiz/read-answer.ts';
import { quoted } from '../wording/quoted.ts';
import type { Closing } from './closing.ts';
import { drawQuestions } from './draw.ts';
import { explanationOf } from './explanation.ts';
import { createHandingIn, type HandingIn } from './handing-in.ts';
import type { FindQuestion } from './marking.ts';
import { latestResult } from './latest-result.ts';
import type { OpenPaper, Opening } from './opening.ts';
import { paperOn, putAside, takeOffDesk } from './paper-desk.ts';
import { createPaperList, type PaperList, type PaperListParts } from './paper-list.ts';
import { readMove, type Wish } from './request.ts';
import type { ClosedScreen, Screen } from './screen.ts';
import { hasTriesLeft } from './sheet.ts';
import type { Taking } from './taking.ts';

/** What a member does with tests. */
export interface Papers extends PaperList, HandingIn {
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
}

export interface PapersParts extends PaperListParts {
  readonly desks: Desks;
  readonly find: FindQuestion;
  readonly open: OpenPaper;
  readonly taking: Taking;
  readonly closing: Closing;
}

export function createPapers(parts: PapersParts): Papers {
  const { desks, find, open, taking } = parts;
  const papers = createPaperList(parts);

  return {
    ...papers,
    ...createHandingIn({ ...parts, papers }),

    async take(turn, number, wish) {
      const opening = await open(turn, number);
      const { attempt } = opening.sheet;
      switch (wish.kind) {
        case 'explain':
          return explanationOf(opening, wish.page, turn.today, find);
        case 'go':
          return attempt === undefined
            ? whatIsThere(turn, opening)
            : taking.go(turn, opening, attempt, wish.move);
        case 'answer':
          return answerOnCard(turn, opening, wish);
        case 'result':
          return whatIsThere(turn, opening);
        case 'open':
        case 'start':
        case 'resume':
        case 'again':
          return attempt === undefined
            ? enter(turn, opening, wish.kind)
            : taking.show(turn, opening, attempt);
      }
    },

    async bare(turn, words) {
      const onDesk = paperOn(turn);
      if (onDesk === undefined) return beginning.test(words) ? beginOnly(turn) : undefined;
      const opening = await open(turn, onDesk.number);
      const { attempt } = opening.sheet;
      if (attempt === undefined) return lateWords(turn, opening, words);
      const move = readMove(words);
      return move === undefined
        ? taking.answer(turn, opening, attempt, { place: attempt.place, words })
        : taking.go(turn, opening, attempt, move);
    },

    isAside: (turn) => paperOn(turn)?.isAside === true,
    putAside: (turn) => putAside(turn, desks),
  };

  /** 开始, as the button of the announcement says: where there is one paper that can be meant. */
  async function beginOnly(turn: Turn): Promise<Screen | undefined> {
    const waiting = (await papers.list(turn)).filter(({ standing }) => standing === 'open');
    const [only, second] = waiting;
    if (only === undefined || second !== undefined) return undefined;
    return enter(turn, await open(turn, only.paper.number), 'open');
  }

  /** Starts, or shows what there is instead. */
  function enter(turn: Turn, opening: Opening, kind: 'open' | 'start' | 'resume' | 'again'): Screen {
    const { paper, sheet, window, timeOver } = opening;
    const isOpen = turn.at >= window.from && turn.at < window.until && !timeOver;
    if (!isOpen || (sheet.results.length > 0 && kind !== 'again')) return whatIsThere(turn, opening);
    if (paper.tries !== undefined && !hasTriesLeft(paper, sheet)) {
      return { kind: 'closed', paper, why: { reason: 'noTriesLeft', tries: paper.tries } };
    }
    // Typed without having read the announcement: one should know before the time runs or a name is shown.
    const isUnwarned = kind === 'open' && (paper.minutes !== undefined || paper.named);
    return isUnwarned ? { kind: 'cover', paper, lastDay: window.lastDay } : taking.begin(turn, opening);
  }

  function answerOnCard(turn: Turn, opening: Opening, given: Extract<Wish, { kind: 'answer' }>): Screen {
    const { paper, sheet } = opening;
    if (sheet.attempt === undefined) return handedInBefore(opening) ?? whatIsThere(turn, opening);
    if (given.try !== undefined && given.try !== sheet.attempt.try) {
      return { kind: 'closed', paper, why: { reason: 'otherTry' } };
    }
    const screen = taking.answer(turn, opening, sheet.attempt, given);
    if (screen !== undefined) return screen;
    throw new Refusal(`没有看懂${quoted(given.words)}是第 ${given.place} 题的哪个答案。`);
  }

  /** What would have been an answer or a move, had it come in time, is told so, once. */
  function lateWords(turn: Turn, opening: Opening, words: string): ClosedScreen | undefined {
    const { paper, sheet } = opening;
    const last = sheet.results.at(-1);
    if (last === undefined) return undefined;
    const questions = drawQuestions(paper, { userid: sheet.userid, try: last.try }).flatMap(
      (id) => find(id, turn.today) ?? [],
    );
    const isMeant =
      readMove(words) !== undefined ||
      questions.some((question) => readAnswer(question, words).kind !== 'noAnswer');
    if (!isMeant) return undefined;
    takeOffDesk(turn, desks, paper.number);
    return handedInBefore(opening);
  }
}

const beginning = /^\s*开始(?:做|答题|测试|考试|做题)?[。.]?\s*$/u;

/** The result, or why there is none. */
function whatIsThere(turn: Turn, opening: Opening): Screen {
  const { paper, window, timeOver } = opening;
  const result = latestResult(opening, turn.at, timeOver ? 'clock' : undefined);
  if (result !== undefined) return result;
  if (turn.at < window.from) return { kind: 'closed', paper, why: { reason: 'notYet', from: paper.from } };
  if (turn.at >= window.until) return { kind: 'closed', paper, why: { reason: 'missed' } };
  return { kind: 'cover', paper, lastDay: window.lastDay };
}

/** For an answer that comes when its try is over. */
function handedInBefore({ paper, sheet }: Opening): ClosedScreen | undefined {
  const last = sheet.results.at(-1);
  return last && { kind: 'closed', paper, why: { reason: 'handedIn', by: last.by } };
}
