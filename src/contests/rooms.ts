import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { FindQuestion } from '../papers/marking.ts';
import { howToAnswer } from '../quiz/quiz-cards.ts';
import { readAnswer } from '../quiz/read-answer.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { isFor, leads } from './contest-scope.ts';
import { nameOf, type Room } from './contest.ts';
import { putRoomOnDesk, roomOn, takeRoomOffDesk } from './contest-desk.ts';
import type { ContestStore } from './contest-store.ts';
import { newEntry, withMark } from './entry.ts';
import { isOver, type Phase } from './phase.ts';
import type { Sight, Sights } from './sight.ts';

/** What people do in a live room. What the room does by itself is in contest-steps.ts. */
export interface Rooms {
  /** Joins, at any time before the end. Without a number: the only room there is for the member. */
  join(turn: Turn, number: number | undefined): Promise<Joined>;
  leave(turn: Turn, sight: RoomSight): Left;
  /** Begins, or goes on before the pause is over: by whoever leads it. */
  goOn(turn: Turn, sight: RoomSight): Promise<WentOn>;
  /** `meant`: the question of the card that was tapped, 1 for the first; else the one that is asked now. */
  answer(turn: Turn, sight: RoomSight, words: string, meant: number | undefined): RoomAnswer;
}

export interface RoomSight extends Sight {
  readonly contest: Room;
}

export type Joined =
  /** `question`: the one that can be answered now. */
  | { readonly outcome: 'joined' | 'already'; readonly room: Room; readonly question?: AskedQuestion }
  | { readonly outcome: 'over'; readonly room: Room };

export interface Left {
  readonly outcome: 'left' | 'notIn';
  readonly room: Room;
}

export type WentOn =
  | { readonly outcome: 'begun'; readonly room: Room; readonly joined: number }
  | { readonly outcome: 'nobody' | 'over' | 'notLeader'; readonly room: Room }
  /** `next`: the place of the question that comes; `undefined` when the result comes. */
  | { readonly outcome: 'next'; readonly room: Room; readonly next: number | undefined }
  /** A question is being answered; so many seconds are left. */
  | { readonly outcome: 'asking'; readonly place: number; readonly secondsLeft: number };

export type RoomAnswer =
  | { readonly outcome: 'noted'; readonly place: number; readonly given: string }
  | { readonly outcome: 'already' | 'late' | 'withdrawn'; readonly place: number }
  | { readonly outcome: 'notJoined' | 'notBegun' | 'over'; readonly room: Room }
  | { readonly outcome: 'impossible'; readonly advice: string }
  /** Looks like an answer, and is none to this question. */
  | { readonly outcome: 'unclear'; readonly place: number; readonly how: string }
  | { readonly outcome: 'notMeant' };

/** A question of a room while it can be answered. */
export interface AskedQuestion {
  readonly room: Room;
  readonly place: number;
  readonly question: QuizQuestion;
  /** How long it can still be answered. */
  readonly seconds: number;
}

export interface RoomsParts {
  readonly store: ContestStore;
  readonly sights: Sights;
  readonly desks: Desks;
  readonly find: FindQuestion;
  readonly figures: Pick<QuizStore, 'count'>;
  /** Has the steps that are due by then done soon, by this process. */
  hurry(at: number): void;
}

export function createRooms({ store, sights, desks, find, figures, hurry }: RoomsParts): Rooms {
  return {
    async join(turn, given) {
      const { person } = turn.member;
      const number = await sights.number(turn, given, joinable);
      const sight = roomSight(await sights.of(turn, number));
      const { contest: room, state, entry } = sight;
      if (isOver(state.phase)) return { outcome: 'over', room };
      if (!isFor(room, person, turn.roster)) {
        throw new Refusal(`竞赛 ${number} 是给${room.scopeName}的党员的。您可以看，不计入成绩。`);
      }
      await refuseSecondRoom(turn, number);

      const isNew = entry === undefined || entry.isAway;
      store.expectPhase(turn.work, number, state.phase);
      if (isNew) {
        const kept = entry ?? newEntry(room.questions.length);
        store.keep(turn.work, number, person.userid, { ...kept, isAway: false });
      }
      putRoomOnDesk(turn, desks, number);
      const question = askedQuestion(sight, turn, find);
      return { outcome: isNew ? 'joined' : 'already', room, ...(question === undefined ? {} : { question }) };
    },

    leave(turn, { contest: room, entry }) {
      if (roomOn(turn) === room.number) takeRoomOffDesk(turn, desks);
      if (entry === undefined || entry.isAway) return { outcome: 'notIn', room };
      store.keep(turn.work, room.number, turn.member.person.userid, { ...entry, isAway: true });
      return { outcome: 'left', room };
    },

    async goOn(turn, { contest: room, state: { phase } }) {
      const { number, questions } = room;
      if (!leads(room, turn.member, turn.roster)) return { outcome: 'notLeader', room };
      switch (phase.kind) {
        case 'waiting': {
          const joined = await store.count(number);
          if (joined === 0) return { outcome: 'nobody', room };
          store.move(turn.work, number, phase, { kind: 'explained', place: 0, nextAt: turn.at });
          putRoomOnDesk(turn, desks, number);
          return { outcome: 'begun', room, joined };
        }
        case 'asking':
          if (turn.at >= phase.deadline) hurry(turn.at);
          return { outcome: 'asking', place: phase.place, secondsLeft: secondsLeft(phase, turn.at) };
        case 'explained': {
          if (phase.nextAt > turn.at) store.move(turn.work, number, phase, { ...phase, nextAt: turn.at });
          const next = phase.place < questions.length ? phase.place + 1 : undefined;
          return { outcome: 'next', room, next };
        }
        case 'running':
        case 'ending':
        case 'ended':
          return { outcome: 'over', room };
      }
    },

    answer(turn, { contest: room, state: { phase }, entry }, words, meant) {
      const { number } = room;
      if (isOver(phase)) return { outcome: 'over', room };
      if (entry === undefined || entry.isAway) return { outcome: 'notJoined', room };
      if (phase.kind !== 'asking' && phase.kind !== 'explained') return { outcome: 'notBegun', room };
      if (phase.place === 0) return { outcome: 'notBegun', room };

      const place = meant ?? phase.place;
      const question = find(room.questions[place - 1] ?? '', turn.today);
      if (question === undefined) return { outcome: 'withdrawn', place };
      const read = readAnswer(question, words);
      if (read.kind === 'noAnswer') {
        const isMeant = looksLikeAnswer(words) && phase.kind === 'asking' && place === phase.place;
        return isMeant ? { outcome: 'unclear', place, how: howToAnswer(question) } : { outcome: 'notMeant' };
      }
      if (read.kind === 'impossible') return { outcome: 'impossible', advice: read.advice };
      if (entry.marks[place - 1] !== 'none') return { outcome: 'already', place };
      if (phase.kind === 'explained' || place !== phase.place) return { outcome: 'late', place };
      if (turn.at >= phase.deadline) {
        hurry(turn.at);
        return { outcome: 'late', place };
      }

      const mark = read.right ? 'right' : 'wrong';
      store.expectPhase(turn.work, number, phase);
      store.keep(turn.work, number, turn.member.person.userid, withMark(entry, place - 1, mark));
      figures.count(turn.work, question.id, read.right, read.right ? undefined : read.given);
      return { outcome: 'noted', place, given: read.given };
    },
  };

  /** The questions of two rooms at once would be more than anybody can answer, or may be sent in a minute. */
  async function refuseSecondRoom(turn: Turn, number: number): Promise<void> {
    const other = roomOn(turn);
    if (other === undefined || other === number) return;
    const { userid } = turn.member.person;
    const [state, entry] = await Promise.all([store.state(other), store.entry(other, userid)]);
    if (isOver(state.phase) || entry === undefined || entry.isAway) return;
    throw new Refusal(`您在竞赛 ${other} 里，它还没有结束。要换过来，先发“竞赛 ${other} 退出”。`);
  }
}

/** The room's question that can be answered at this moment; `undefined` when there is none. */
export function askedQuestion(
  { contest: room, state: { phase } }: RoomSight,
  { at, today }: Pick<Turn, 'at' | 'today'>,
  find: FindQuestion,
): AskedQuestion | undefined {
  if (phase.kind !== 'asking' || at >= phase.deadline) return undefined;
  const question = find(room.questions[phase.place - 1] ?? '', today);
  return (
    question && {
      room,
      place: phase.place,
      question,
      seconds: Math.min(room.seconds, secondsLeft(phase, at)),
    }
  );
}

/** Throws a Refusal for a challenge. */
export function roomSight(sight: Sight): RoomSight {
  const { contest } = sight;
  if (contest.form === 'room') return { ...sight, contest };
  throw new Refusal(`${contest.number} 号是挑战，不用加入，什么时候答都行。发“${nameOf(contest)}”开始。`);
}

/** A letter or a judgement: nobody who sees a countdown means anything else by it. */
function looksLikeAnswer(words: string): boolean {
  return /^(?:[a-z]{1,4}|[对错是否√×])$/iu.test(words.normalize('NFKC').trim());
}

const joinable = {
  form: 'room',
  fits: ({ state }: Sight) => !isOver(state.phase),
  none: '现在没有可以加入的竞赛。发“竞赛”看看有哪些。',
  command: '加入',
} as const;

function secondsLeft({ deadline }: Extract<Phase, { kind: 'asking' }>, at: number): number {
  return Math.max(0, Math.floor((deadline - at) / 1000));
}
