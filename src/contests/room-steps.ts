import type { FindQuestion } from '../papers/marking.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Zone } from '../time/zone.ts';
import type { Room } from './contest.ts';
import type { ContestStore } from './contest-store.ts';
import { deadlineOf, readingTime } from './due-step.ts';
import { explanationCard, hostExplanationCard, hostQuestionCard, questionCard } from './room-cards.ts';
import { hostOf, presentIn, type Scene } from './scene.ts';
import type { TellNow } from './tell-now.ts';

/** The two steps a room takes again and again. Everybody in it gets the same message, in shared calls. */
export interface RoomSteps {
  ask(work: UnitOfWork, scene: Scene<Room>, place: number): Promise<void>;
  explain(work: UnitOfWork, scene: Scene<Room>, place: number): Promise<void>;
}

export interface RoomStepsParts {
  readonly store: Pick<ContestStore, 'move'>;
  readonly tellNow: TellNow;
  readonly zone: Zone;
  readonly find: FindQuestion;
}

export function createRoomSteps({ store, tellNow, zone, find }: RoomStepsParts): RoomSteps {
  return {
    async ask(work, scene, place) {
      const { contest: room, state, at } = scene;
      const question = questionAt(scene, place);
      if (question === undefined) {
        store.move(work, room.number, state.phase, { kind: 'explained', place, nextAt: at });
        return;
      }
      store.move(work, room.number, state.phase, { kind: 'asking', place, deadline: deadlineOf(room, at) });
      const asked = { room, place, question, seconds: room.seconds };
      const present = presentIn(scene);
      const host = hostOf(scene);
      const readers = host === undefined || present.includes(host) ? [] : [host];
      await tellNow(work, scene, `question-${place}`, questionCard(asked), present);
      await tellNow(work, scene, `question-${place}-host`, hostQuestionCard(asked), readers);
    },

    async explain(work, scene, place) {
      const { contest: room, state, entries, at } = scene;
      const right = [...entries.values()].filter(({ marks }) => marks[place - 1] === 'right').length;
      const question = questionAt(scene, place);
      const explained = { room, place, question, tally: { right, joined: entries.size } };
      store.move(work, room.number, state.phase, { kind: 'explained', place, nextAt: at + readingTime });
      const host = hostOf(scene);
      const others = presentIn(scene).filter((userid) => userid !== host);
      const hosts = host === undefined ? [] : [host];
      await tellNow(work, scene, `answer-${place}`, explanationCard(explained), others);
      await tellNow(work, scene, `answer-${place}-host`, hostExplanationCard(explained), hosts);
    },
  };

  function questionAt({ contest, at }: Scene, place: number): ReturnType<FindQuestion> {
    return find(contest.questions[place - 1] ?? '', zone.localAt(at).date);
  }
}
