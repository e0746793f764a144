import type { Automatic } from '../automatic/automatic.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { Log } from '../log.ts';
import { findIn } from '../papers/marking.ts';
import type { Post } from '../post/post.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import { createChallenges } from './challenges.ts';
import { createContestRecords, type ContestRecords } from './contest-records.ts';
import { createContestSteps, type ContestSteps } from './contest-steps.ts';
import type { ContestStore } from './contest-store.ts';
import { createContestTalk } from './contest-talk.ts';
import { createContestViews } from './contest-views.ts';
import type { Contests } from './contests.ts';
import { createEndings } from './endings.ts';
import { createFinish } from './finishing.ts';
import { createNaming } from './naming.ts';
import { createOpenings } from './opening.ts';
import { createAnswerInRoom } from './room-answering.ts';
import { createRoomSteps } from './room-steps.ts';
import { createRooms } from './rooms.ts';
import { createSights } from './sight.ts';
import { createTellNow } from './tell-now.ts';

/** Everything about contests, put together over its store. */
export interface ContestServices {
  readonly contests: Contests;
  readonly contestSteps: ContestSteps;
  readonly contestRecords: ContestRecords;
}

export interface ContestServiceParts {
  readonly bank: readonly QuizQuestion[];
  readonly store: ContestStore;
  readonly desks: Desks;
  readonly post: Post;
  readonly automatic: Pick<Automatic, 'add'>;
  readonly zone: Zone;
  readonly log: Log;
  /** Questions answered here count for the editor of the bank, too. */
  readonly figures: Pick<QuizStore, 'count'>;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createContestServices(given: ContestServiceParts): ContestServices {
  const { store, desks } = given;
  const parts = {
    ...given,
    find: findIn(given.bank),
    sights: createSights(store),
    tellNow: createTellNow(given.post),
  };
  const contestSteps = createContestSteps({
    ...parts,
    room: createRoomSteps(parts),
    finish: createFinish(parts),
  });
  const rooms = createRooms(parts);
  const answerInRoom = createAnswerInRoom({ ...parts, hurry: contestSteps.hurry });
  const naming = createNaming(store, parts.sights);
  const talk = createContestTalk({
    ...parts,
    rooms,
    answerInRoom,
    challenges: createChallenges(parts),
    views: createContestViews({ ...parts, naming }),
  });
  const endings = createEndings(store, parts.sights);

  return {
    contests: {
      openings: createOpenings(parts),
      endings,
      naming,
      talk,
      join: rooms.join,
      latest: parts.sights.latest,
    },
    contestSteps,
    contestRecords: createContestRecords(store, desks),
  };
}
