import type { Answer } from '../chat/answer.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { FindQuestion } from '../papers/marking.ts';
import { readMove } from '../papers/request.ts';
import { quizDayOn } from '../quiz/open-question.ts';
import { quoted } from '../roster/quoted.ts';
import { challengeAnswer, challengeScreenAnswer } from './challenge-cards.ts';
import { challengeSight, type Challenges, type ChallengeSight } from './challenges.ts';
import { challengeOn, putChallengeAside, roomOn, takeRoomOffDesk } from './contest-desk.ts';
import { isFor, leads, peopleOf, unitOf } from './contest-scope.ts';
import { nameOf } from './contest.ts';
import type { ContestStore } from './contest-store.ts';
import { countRight } from './entry.ts';
import type { Naming } from './naming.ts';
import { participationText } from './participation-text.ts';
import { isOver } from './phase.ts';
import { resultText } from './result-text.ts';
import { roomViewAnswer } from './room-view.ts';
import type { AnswerInRoom } from './room-answering.ts';
import { leftAnswer, roomAnswer, wentOnAnswer } from './room-answers.ts';
import { roomSight } from './room-sight.ts';
import type { Rooms } from './rooms.ts';
import type { Sight, Sights } from './sight.ts';

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
  readonly store: Pick<ContestStore, 'count' | 'entries' | 'result'>;
  readonly sights: Sights;
  readonly rooms: Rooms;
  readonly answerInRoom: AnswerInRoom;
  readonly challenges: Challenges;
  readonly naming: Naming;
  readonly desks: Desks;
  readonly find: FindQuestion;
}

export function createContestTalk(parts: ContestTalkParts): ContestTalk {
  const { store, sights, rooms, answerInRoom, challenges, naming, desks, find } = parts;

  return {
    async room(turn, number, words, place) {
      const sight = roomSight(await sights.of(turn, number));
      switch (words) {
        case undefined:
          return isOver(sight.state.phase)
            ? result(turn, sight)
            : roomViewAnswer(turn, sight, await store.count(number), find);
        case '开始':
        case '下一题':
          return wentOnAnswer(await rooms.goOn(turn, sight));
        case '退出':
          return leftAnswer(rooms.leave(turn, sight));
        default:
          return (
            roomAnswer(answerInRoom(turn, sight, words, place)) ?? notUnderstood(words, nameOf(sight.contest))
          );
      }
    },

    async challenge(turn, number, words, place) {
      const sight = challengeSight(await sights.of(turn, number));
      if (words === '情况') return participation(turn, sight);
      if (words !== undefined) {
        const said = challengeAnswer(challenges.answer(turn, sight, words, place), turn.today);
        return said ?? notUnderstood(words, nameOf(sight.contest));
      }
      if (isOver(sight.state.phase)) return result(turn, sight);
      const { contest, entry } = sight;
      const isWatching = entry === undefined && !isFor(contest, turn.member.person, turn.roster);
      return isWatching
        ? participation(turn, sight)
        : challengeScreenAnswer(challenges.next(turn, sight), turn.today);
    },

    async bare(turn, words) {
      return (await bareInRoom(turn, words)) ?? (await bareInChallenge(turn, words));
    },
    putAside: (turn) => putChallengeAside(turn, desks),
  };

  async function bareInRoom(turn: Turn, words: string): Promise<Answer | undefined> {
    const number = roomOn(turn);
    if (number === undefined) return undefined;
    const sight = roomSight(await sights.of(turn, number));
    const { contest, state, entry } = sight;
    if (isOver(state.phase)) {
      takeRoomOffDesk(turn, desks);
      return undefined;
    }
    if (words.normalize('NFKC').trim() === '下一题' && leads(contest, turn.member, turn.roster)) {
      return wentOnAnswer(await rooms.goOn(turn, sight));
    }
    if (entry === undefined || entry.isAway) return undefined;
    const answered = answerInRoom(turn, sight, words, undefined);
    // Before the room begins, there is time for the question of the day.
    if (answered.outcome === 'notBegun') return mayAnswerOther(turn) ? undefined : roomAnswer(answered);
    return roomAnswer(answered);
  }

  async function bareInChallenge(turn: Turn, words: string): Promise<Answer | undefined> {
    const shown = challengeOn(turn);
    if (shown === undefined || shown.isAside) return undefined;
    const sight = challengeSight(await sights.of(turn, shown.number));
    if (sight.entry !== undefined && sight.entry.marks[shown.index] !== 'none') return undefined;
    if (readMove(words) !== undefined) return challengeScreenAnswer(challenges.next(turn, sight), turn.today);
    return challengeAnswer(challenges.answer(turn, sight, words, undefined), turn.today);
  }

  async function result(turn: Turn, sight: Sight): Promise<Answer> {
    const { contest, entry } = sight;
    const { person } = turn.member;
    const [sums, named] = await Promise.all([
      store.result(contest.number),
      naming.named(turn, contest.number),
    ]);
    if (sums === undefined) {
      return `${nameOf(contest)} 已经结束，结果正在算。过一会儿发“${nameOf(contest)}”看。`;
    }
    const unit = isFor(contest, person, turn.roster) ? unitOf(contest, person, turn.roster) : undefined;
    return resultText(contest, sums, {
      named,
      ...(entry === undefined
        ? {}
        : { right: countRight(entry, (index) => !sums.withdrawn.includes(index)) }),
      ...(unit === undefined ? {} : { unit: unit.code }),
    });
  }

  /** For those who lead it: how many take part, not who. */
  async function participation(turn: Turn, { contest }: ChallengeSight): Promise<string> {
    if (!leads(contest, turn.member, turn.roster)) {
      throw new Refusal(`多少人参加，由发起的人和${contest.scopeName}的书记、副书记、委员看。`);
    }
    const entries = await store.entries(contest.number);
    const people = peopleOf(contest, turn.roster);
    const tookPart = people.filter(({ userid }) => entries.has(userid.toLowerCase())).length;
    return participationText(contest, { tookPart, people: people.length }, turn);
  }
}

function mayAnswerOther({ desk, today }: Turn): boolean {
  return quizDayOn(desk, today).open !== undefined;
}

function notUnderstood(words: string, name: string): never {
  throw new Refusal(`没有看懂${quoted(words)}是哪个答案。发“${name}”再看一次题。`);
}
