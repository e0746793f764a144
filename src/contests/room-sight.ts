import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { FindQuestion } from '../papers/marking.ts';
import { nameOf, type Room } from './contest.ts';
import type { Phase } from './phase.ts';
import type { Sight } from './sight.ts';

/** A room as one member sees it. */
export interface RoomSight extends Sight {
  readonly contest: Room;
}

/** A question of a room while it can be answered. */
export interface AskedQuestion {
  readonly room: Room;
  readonly place: number;
  readonly question: QuizQuestion;
  /** How long it can still be answered. */
  readonly seconds: number;
}

/** Throws a Refusal for a challenge. */
export function roomSight(sight: Sight): RoomSight {
  const { contest } = sight;
  if (contest.form === 'room') return { ...sight, contest };
  throw new Refusal(`${contest.number} 号是挑战，不用加入，什么时候答都行。发“${nameOf(contest)}”开始。`);
}

/** The room's question that can be answered at this moment; `undefined` when there is none. */
export function askedQuestion(
  { contest: room, state: { phase } }: RoomSight,
  { at, today }: Pick<Turn, 'at' | 'today'>,
  find: FindQuestion,
): AskedQuestion | undefined {
  if (phase.kind !== 'asking' || at >= phase.deadline) return undefined;
  const { place } = phase;
  const question = find(room.questions[place - 1] ?? '', today);
  return question && { room, place, question, seconds: Math.min(room.seconds, secondsLeft(phase, at)) };
}

export function secondsLeft({ deadline }: Extract<Phase, { kind: 'asking' }>, at: number): number {
  return Math.max(0, Math.floor((deadline - at) / 1000));
}
