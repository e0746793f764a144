import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { findIn } from '../papers/marking.ts';
import type { Post } from '../post/post.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { Zone } from '../time/zone.ts';
import { createChallenges } from './challenges.ts';
import type { ContestForm } from './contest.ts';
import type { ContestSteps } from './contest-steps.ts';
import type { ContestStore } from './contest-store.ts';
import { createContestTalk, type ContestTalk } from './contest-talk.ts';
import { createEndings, type Endings } from './endings.ts';
import { createNaming, type Naming } from './naming.ts';
import { createOpenings, type Openings } from './opening.ts';
import { createRooms, type Rooms } from './rooms.ts';
import { createSights, type Sight } from './sight.ts';

/** Contests between branches: live rooms and challenges that are answered in the own time. */
export interface Contests {
  readonly openings: Openings;
  readonly endings: Endings;
  readonly naming: Naming;
  readonly talk: ContestTalk;
  readonly join: Rooms['join'];
  /** The latest ones that the member takes part in or leads, newest first. */
  latest(turn: Turn, form: ContestForm): Promise<readonly Sight[]>;
}

export interface ContestsParts {
  readonly bank: readonly QuizQuestion[];
  readonly store: ContestStore;
  readonly desks: Desks;
  readonly post: Post;
  readonly zone: Zone;
  /** Questions answered here count for the editor of the bank, too. */
  readonly figures: Pick<QuizStore, 'count'>;
  readonly steps: Pick<ContestSteps, 'hurry'>;
}

export function createContests(parts: ContestsParts): Contests {
  const { bank, store, desks, post, steps } = parts;
  const find = findIn(bank);
  const sights = createSights(store);
  const naming = createNaming(store, sights);
  const rooms = createRooms({ ...parts, sights, find, hurry: steps.hurry });
  const challenges = createChallenges({ ...parts, find });

  return {
    openings: createOpenings({ bank, store, desks, post }),
    endings: createEndings(store, sights),
    naming,
    talk: createContestTalk({ store, sights, rooms, challenges, naming, desks, find }),
    join: rooms.join,
    latest: sights.latest,
  };
}
