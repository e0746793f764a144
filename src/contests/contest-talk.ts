import type { Answer } from '../chat/answer.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { readMove } from '../papers/request.ts';
import { quizDayOn } from '../quiz/open-question.ts';
import { quoted } from '../wording/quoted.ts';
import { challengeAnswer, challengeScreenAnswer } from './challenge-cards.ts';
import { challengeSight, type Challenges } from './challenges.ts';
import { challengeOn, putChallengeAside, roomOn, takeRoomOffDesk } from './contest-desk.ts';
import { isFor, leads } from './contest-scope.ts';
import type { ContestViews } from './contest-views.ts';
import { nameOf } from './contest.ts';
import { isOver } from './phase.ts';
import type { AnswerInRoom } from './room-answering.ts';
import { leftAnswer, roomAnswer, wentOnAnswer } from './room-answers.ts';
import { roomSight } from './room-sight.ts';
import type { Rooms } from './rooms.ts';
import type { Sights } from './sight.ts';

/** What is said about one contest, whatever a member wants of it. */
export interface ContestTalk {
  /** `words`: 开始, 下一题, 退出, or an answer; where the room stands when left out. `place`: of a tapped question. */
  room(turn: Turn, number: number, words?: string, place?: number): Promise<Answer>;
  /** `words`: 情况, or an answer; the next question, or the result, when left out. */
  challenge(turn: Turn, number: number, words?: string, place?: number): Promise<Answer>;
  /**
   * Takes words that are no command as an answer to what the room asks, or to the question of a challenge
   * that was shown last; `undefined` when they cannot be meant for either.
   */
  bare(turn: Turn, words: string): Promise<Answer | undefined>;
  /** States that a question of something else is shown now, which bare words are meant for. */
  putAside(turn: Turn): void;
}

export interface ContestTalkParts {
  readonly sights: Sights;
  readonly rooms: Rooms;
  readonly answerInRoom: AnswerInRoom;
  readonly challenges: Challenges;
  readonly views: ContestViews;
  readonly desks: Desks;
}

export function createContestTalk(parts: ContestTalkParts): ContestTalk {
  const { sights, rooms, answerInRoom, challenges, views, desks } = parts;

  return {
    async room(turn, number, words, place) {
      const sight = roomSight(await sights.of(turn, number));
      switch (words) {
        case undefined:
          return views.room(turn, sight);
        case '开始':
        case '下一题':
          return wentOnAnswer(await rooms.goOn(turn, sight));
        case '退出':
          return leftAnswer(rooms.leave(turn, sight));
        default:
          return roomAnswer(answerInRoom(turn, sight, words, place)) ?? refuse(words, nameOf(sight.contest));
      }
    },

    async challenge(turn, number, words, place) {
      const sight = challengeSight(await sights.of(turn, number));
      const { contest, state, entry } = sight;
      if (words === '情况') return views.participation(turn, contest);
      if (words !== undefined) {
        const answered = challenges.answer(turn, sight, words, place);
        return challengeAnswer(answered, turn.today) ?? refuse(words, nameOf(contest));
      }
      if (isOver(state.phase)) return views.result(turn, sight);
      // Officers look at what their people do.
      const isWatching = entry === undefined && !isFor(contest, turn.member.person, turn.roster);
      if (isWatching) return views.participation(turn, contest);
      return challengeScreenAnswer(challenges.next(turn, sight), turn.today);
    },

    async bare(turn, words) {
      return (await bareInRoom(turn, words)) ?? (await bareInChallenge(turn, words));
    },
    putAside: (turn) => putChallengeAside(turn, desks),
  };

  async function bareInRoom(turn: Turn, words: string): Promise<Answer | undefined> {
    const number = roomOn(turn);
    const seen = number === undefined ? undefined : await sights.find(turn, number);
    if (seen === undefined || isOver(seen.state.phase)) {
      if (number !== undefined) takeRoomOffDesk(turn, desks);
      return undefined;
    }
    const sight = roomSight(seen);
    if (isGoOn(words) && leads(sight.contest, turn.member, turn.roster)) {
      return wentOnAnswer(await rooms.goOn(turn, sight));
    }
    const answered = answerInRoom(turn, sight, words, undefined);
    if (answered.outcome === 'notJoined') return undefined;
    // Before the room begins, there is time for the question of the day.
    if (answered.outcome === 'notBegun' && isAsked(turn)) return undefined;
    return roomAnswer(answered);
  }

  async function bareInChallenge(turn: Turn, words: string): Promise<Answer | undefined> {
    const shown = challengeOn(turn);
    const seen = shown === undefined || shown.isAside ? undefined : await sights.find(turn, shown.number);
    if (shown === undefined || seen === undefined) return undefined;
    // After a tap, its explanation is what the member sees; the next question was not shown yet.
    if (seen.entry !== undefined && seen.entry.marks[shown.index] !== 'none') return undefined;
    const sight = challengeSight(seen);
    const move = readMove(words);
    if (move !== undefined) {
      const screen = challenges.next(turn, sight);
      return screen.kind === 'question' && move !== 'next'
        ? inTurnText(screen.challenge.number)
        : challengeScreenAnswer(screen, turn.today);
    }
    return challengeAnswer(challenges.answer(turn, sight, words, undefined), turn.today);
  }
}

/** 跳过 or 上一题, where there is no such thing. */
function inTurnText(number: number): string {
  return `挑战一题接一题，答了这题才有下一题，答过的不能改。\n先放着也行，回来发“挑战 ${number}”接着答。`;
}

/** Whether a daily question waits for an answer. */
function isAsked({ desk, today }: Turn): boolean {
  return quizDayOn(desk, today).open !== undefined;
}

/** 开始 or 下一题, as its buttons say, however long ago they were shown. */
function isGoOn(words: string): boolean {
  return readMove(words) === 'next' || /^\s*开始[。.]?\s*$/u.test(words);
}

function refuse(words: string, name: string): never {
  throw new Refusal(`没有看懂${quoted(words)}是哪个答案。发“${name}”再看一次题。`);
}
