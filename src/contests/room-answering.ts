import type { Turn } from '../chat/turn.ts';
import type { FindQuestion } from '../papers/marking.ts';
import { howToAnswer } from '../quiz/asking-card.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { readAnswer } from '../quiz/read-answer.ts';
import type { Room } from './contest.ts';
import type { ContestStore } from './contest-store.ts';
import { withMark } from './entry.ts';
import { isOver } from './phase.ts';
import type { RoomSight } from './room-sight.ts';

/**
 * Takes an answer to a room's question. `meant`: the question of the card that was tapped, 1 for the first;
 * else the one that is asked now.
 */
export type AnswerInRoom = (
  turn: Turn,
  sight: RoomSight,
  words: string,
  meant: number | undefined,
) => RoomAnswer;

export type RoomAnswer =
  | { readonly outcome: 'noted'; readonly place: number; readonly given: string }
  | { readonly outcome: 'already' | 'late' | 'withdrawn'; readonly place: number }
  | { readonly outcome: 'notJoined' | 'notBegun' | 'over'; readonly room: Room }
  | { readonly outcome: 'impossible'; readonly advice: string }
  /** Looks like an answer, and is none to this question. */
  | { readonly outcome: 'unclear'; readonly place: number; readonly how: string }
  | { readonly outcome: 'notMeant' };

export interface RoomAnsweringParts {
  readonly store: Pick<ContestStore, 'expectPhase' | 'keep'>;
  readonly find: FindQuestion;
  readonly figures: Pick<QuizStore, 'count'>;
  /** Has the steps that are due by then done soon, by this process. */
  hurry(at: number): void;
}

/**
 * An answer expects the room to be still in the phase in which it was read, and of nothing that other people
 * change; so thousands at once do not disturb each other, and the one that comes with the last second either
 * counts or is told that it was late.
 */
export function createAnswerInRoom({ store, find, figures, hurry }: RoomAnsweringParts): AnswerInRoom {
  return (turn, { contest: room, state: { phase }, entry }, words, meant) => {
    if (isOver(phase)) return { outcome: 'over', room };
    if (entry === undefined || entry.isAway) return { outcome: 'notJoined', room };
    if (phase.kind !== 'asking' && phase.kind !== 'explained') return { outcome: 'notBegun', room };
    if (phase.place === 0) return { outcome: 'notBegun', room };

    const place = meant ?? phase.place;
    const isAsked = phase.kind === 'asking' && place === phase.place;
    const question = find(room.questions[place - 1] ?? '', turn.today);
    if (question === undefined) return { outcome: 'withdrawn', place };
    const read = readAnswer(question, words);
    if (read.kind === 'impossible') return { outcome: 'impossible', advice: read.advice };
    if (read.kind === 'noAnswer') {
      const isMeant = isAsked && looksLikeAnswer(words);
      return isMeant ? { outcome: 'unclear', place, how: howToAnswer(question) } : { outcome: 'notMeant' };
    }

    if (entry.marks[place - 1] !== 'none') return { outcome: 'already', place };
    if (!isAsked) return { outcome: 'late', place };
    if (turn.at >= phase.deadline) {
      hurry(turn.at);
      return { outcome: 'late', place };
    }
    const after = withMark(entry, place - 1, read.right ? 'right' : 'wrong');
    store.expectPhase(turn.work, room.number, phase);
    store.keep(turn.work, room.number, turn.member.person.userid, after);
    figures.count(turn.work, question.id, read.right, read.right ? undefined : read.given);
    return { outcome: 'noted', place, given: read.given };
  };
}

/** A letter or a judgement: nobody who sees a countdown means anything else by it. */
function looksLikeAnswer(words: string): boolean {
  return /^(?:[a-z]{1,4}|[对错是否√×])$/iu.test(words.normalize('NFKC').trim());
}
