import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { FindQuestion } from '../papers/marking.ts';
import { isFor, leads } from './contest-scope.ts';
import type { Room } from './contest.ts';
import { putRoomOnDesk, roomOn, takeRoomOffDesk } from './contest-desk.ts';
import type { ContestStore } from './contest-store.ts';
import { newEntry } from './entry.ts';
import { isOver } from './phase.ts';
import { askedQuestion, roomSight, secondsLeft, type AskedQuestion, type RoomSight } from './room-sight.ts';
import type { Sight, Sights } from './sight.ts';

/** Coming and going in a live room, and leading it. What it does by itself is in contest-steps.ts. */
export interface Rooms {
  /** Joins, at any time before the end. Without a number: the only room there is for the member. */
  join(turn: Turn, number: number | undefined): Promise<Joined>;
  leave(turn: Turn, sight: RoomSight): Left;
  /** Begins, or goes on before the pause is over: by whoever leads it. */
  goOn(turn: Turn, sight: RoomSight): Promise<WentOn>;
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

export interface RoomsParts {
  readonly store: Pick<ContestStore, 'state' | 'entry' | 'count' | 'expectPhase' | 'keep' | 'move'>;
  readonly sights: Sights;
  readonly desks: Desks;
  readonly find: FindQuestion;
}

export function createRooms({ store, sights, desks, find }: RoomsParts): Rooms {
  return {
    async join(turn, given) {
      const { person } = turn.member;
      const number = await sights.number(turn, given, joinable);
      const sight = roomSight(await sights.of(turn, number));
      const { contest: room, state, entry } = sight;
      if (isOver(state.phase)) return { outcome: 'over', room };
      if (!isFor(room, person, turn.roster)) {
        throw new Refusal(
          `竞赛 ${number} 由${room.scopeName}党员参加，按党员人数算成绩。您不在其中，不用加入。`,
        );
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
          return {
            outcome: 'asking',
            place: phase.place,
            secondsLeft: Math.min(room.seconds, secondsLeft(phase, turn.at)),
          };
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

const joinable = {
  form: 'room',
  fits: ({ state }: Sight) => !isOver(state.phase),
  none: '现在没有可以加入的竞赛。发“竞赛”看看有哪些。',
  command: '加入',
} as const;
