import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { FindQuestion } from '../papers/marking.ts';
import { isFor, leads, peopleOf, unitOf } from './contest-scope.ts';
import { nameOf, type Challenge } from './contest.ts';
import type { ContestStore } from './contest-store.ts';
import { countRight } from './entry.ts';
import type { Naming } from './naming.ts';
import { participationText } from './participation-text.ts';
import { isOver } from './phase.ts';
import { resultText } from './result-text.ts';
import type { RoomSight } from './room-sight.ts';
import { roomViewAnswer } from './room-view.ts';
import type { Sight } from './sight.ts';

/** Where a contest stands for one member; nothing changes by looking. */
export interface ContestViews {
  room(turn: Turn, sight: RoomSight): Promise<Answer>;
  /** What it came to, once it is over. */
  result(turn: Turn, sight: Sight): Promise<Answer>;
  /** How many take part in a challenge, not who. Throws a Refusal for those who do not lead it. */
  participation(turn: Turn, challenge: Challenge): Promise<string>;
}

export interface ContestViewsParts {
  readonly store: Pick<ContestStore, 'count' | 'entries' | 'result'>;
  readonly naming: Naming;
  readonly find: FindQuestion;
}

export function createContestViews({ store, naming, find }: ContestViewsParts): ContestViews {
  const views: ContestViews = {
    async room(turn, sight) {
      if (isOver(sight.state.phase)) return views.result(turn, sight);
      return roomViewAnswer(turn, sight, await store.count(sight.contest.number), find);
    },

    async result(turn, { contest, entry }) {
      const { number } = contest;
      const { person } = turn.member;
      const [result, named] = await Promise.all([store.result(number), naming.named(turn, number)]);
      if (result === undefined) {
        return `${nameOf(contest)} 已经结束，结果正在算。过一会儿发“${nameOf(contest)}”看。`;
      }
      const counts = (index: number): boolean => !result.withdrawn.includes(index);
      const unit = isFor(contest, person, turn.roster) ? unitOf(contest, person, turn.roster) : undefined;
      return resultText(contest, result, {
        named,
        ...(entry === undefined ? {} : { right: countRight(entry, counts) }),
        ...(unit === undefined ? {} : { unit: unit.code }),
      });
    },

    async participation(turn, challenge) {
      if (!leads(challenge, turn.member, turn.roster)) {
        throw new Refusal(`多少人参加，由发起的人和${challenge.scopeName}的负责人看。`);
      }
      const entries = await store.entries(challenge.number);
      const people = peopleOf(challenge, turn.roster);
      const tookPart = people.filter(({ userid }) => entries.has(userid.toLowerCase())).length;
      return participationText(challenge, { tookPart, people: people.length }, turn);
    },
  };
  return views;
}
