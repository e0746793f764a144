import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { FindQuestion } from '../papers/marking.ts';
import { readAnswer } from '../quiz/read-answer.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { Zone } from '../time/zone.ts';
import { challengeOn, putChallengeOnDesk, takeChallengeOffDesk } from './contest-desk.ts';
import { isFor } from './contest-scope.ts';
import { windowOf, type Challenge } from './contest.ts';
import type { ContestStore } from './contest-store.ts';
import { countRight, newEntry, withMark, type Entry } from './entry.ts';
import { ownOrder } from './own-order.ts';
import { isOver } from './phase.ts';
import type { Sight } from './sight.ts';

/** What people do in a challenge: the same questions for all, in an order and at a time of their own. */
export interface Challenges {
  /** The next question that this member has not answered, or why there is none. */
  next(turn: Turn, sight: ChallengeSight): ChallengeScreen;
  /**
   * `meant`: the question of the card that was tapped, 1 for the first; its card stays in the place of the
   * next question. Else the next one is answered, and the one after it is shown.
   */
  answer(turn: Turn, sight: ChallengeSight, words: string, meant: number | undefined): ChallengeAnswer;
}

export interface ChallengeSight extends Sight {
  readonly contest: Challenge;
}

export type ChallengeScreen =
  | {
      readonly kind: 'question';
      readonly challenge: Challenge;
      /** Place in the member's own order, 1 for the first. */
      readonly place: number;
      readonly question: QuizQuestion;
    }
  /** Everything is answered; the own score. `of`: how many questions count. */
  | { readonly kind: 'done'; readonly challenge: Challenge; readonly right: number; readonly of: number }
  | { readonly kind: 'notYet' | 'over'; readonly challenge: Challenge };

export type ChallengeAnswer =
  | {
      readonly outcome: 'right' | 'wrong';
      readonly challenge: Challenge;
      readonly place: number;
      readonly question: QuizQuestion;
      readonly given: string;
      readonly next: ChallengeScreen;
    }
  | { readonly outcome: 'already' | 'withdrawn'; readonly challenge: Challenge; readonly place: number }
  /** Nothing can be answered, and why. */
  | { readonly outcome: 'closed'; readonly screen: ChallengeScreen }
  | { readonly outcome: 'impossible'; readonly advice: string }
  | { readonly outcome: 'notMeant' };

export interface ChallengesParts {
  readonly store: Pick<ContestStore, 'expectPhase' | 'keep'>;
  readonly desks: Desks;
  readonly zone: Zone;
  readonly find: FindQuestion;
  readonly figures: Pick<QuizStore, 'count'>;
}

export function createChallenges({ store, desks, zone, find, figures }: ChallengesParts): Challenges {
  return {
    next(turn, sight) {
      const screen = screenOf(turn, sight, sight.entry ?? newEntry(sight.contest.questions.length));
      showOnDesk(turn, screen);
      return screen;
    },

    answer(turn, sight, words, meant) {
      const { contest: challenge, state } = sight;
      const { userid } = turn.member.person;
      const entry = sight.entry ?? newEntry(challenge.questions.length);
      const now = screenOf(turn, sight, entry);
      if (now.kind === 'notYet' || now.kind === 'over') return { outcome: 'closed', screen: now };

      const place = meant ?? (now.kind === 'question' ? now.place : undefined);
      if (place === undefined) return { outcome: 'closed', screen: now };
      const index = ownOrder(challenge, userid)[place - 1];
      if (index === undefined)
        throw new Refusal(`这次挑战是 1 到 ${challenge.questions.length} 题，没有第 ${place} 题。`);
      const question = find(challenge.questions[index] ?? '', turn.today);
      if (question === undefined) return { outcome: 'withdrawn', challenge, place };
      const read = readAnswer(question, words);
      if (read.kind === 'noAnswer') return { outcome: 'notMeant' };
      if (read.kind === 'impossible') return { outcome: 'impossible', advice: read.advice };
      if (entry.marks[index] !== 'none') return { outcome: 'already', challenge, place };

      const outcome = read.right ? 'right' : 'wrong';
      const after = withMark(entry, index, outcome);
      store.expectPhase(turn.work, challenge.number, state.phase);
      store.keep(turn.work, challenge.number, userid, after);
      const isCountedWrong = !read.right && question.type !== 'fill';
      figures.count(turn.work, question.id, read.right, isCountedWrong ? read.given : undefined);
      const next = screenOf(turn, sight, after);
      if (meant === undefined) showOnDesk(turn, next);
      return { outcome, challenge, place, question, given: read.given, next };
    },
  };

  function screenOf(
    turn: Turn,
    { contest: challenge, state: { phase } }: ChallengeSight,
    entry: Entry,
  ): ChallengeScreen {
    const { from, until } = windowOf(challenge, zone);
    if (turn.at >= until || isOver(phase)) return { kind: 'over', challenge };
    if (turn.at < from) return { kind: 'notYet', challenge };
    const { person } = turn.member;
    if (!isFor(challenge, person, turn.roster)) {
      throw new Refusal(
        `挑战 ${challenge.number} 由${challenge.scopeName}党员参加，按党员人数算成绩。您不在其中，不用答。`,
      );
    }

    const questions = challenge.questions.map((id) => find(id, turn.today));
    const order = ownOrder(challenge, person.userid);
    const place =
      order.findIndex((index) => entry.marks[index] === 'none' && questions[index] !== undefined) + 1;
    const question = questions[order[place - 1] ?? -1];
    if (question !== undefined) return { kind: 'question', challenge, place, question };
    return {
      kind: 'done',
      challenge,
      right: countRight(entry, (index) => questions[index] !== undefined),
      of: questions.filter((one) => one !== undefined).length,
    };
  }

  /** Bare words answer the question that was shown last. */
  function showOnDesk(turn: Turn, screen: ChallengeScreen): void {
    if (screen.kind === 'question') {
      const { challenge, question } = screen;
      putChallengeOnDesk(turn, desks, challenge.number, challenge.questions.indexOf(question.id));
    } else if (challengeOn(turn) !== undefined) {
      takeChallengeOffDesk(turn, desks);
    }
  }
}

/** Throws a Refusal for a room. */
export function challengeSight(sight: Sight): ChallengeSight {
  const { contest } = sight;
  if (contest.form === 'challenge') return { ...sight, contest };
  throw new Refusal(
    `${contest.number} 号是现场竞赛。发“加入 ${contest.number}”参加，发“竞赛 ${contest.number}”看看。`,
  );
}
