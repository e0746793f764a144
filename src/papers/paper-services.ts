import type { Audiences } from '../audiences/audiences.ts';
import type { Automatic } from '../automatic/automatic.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Hours } from '../hours/hours.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { Post } from '../post/post.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import { createClosing } from './closing.ts';
import { createMakeUps, type MakeUps } from './make-ups.ts';
import { findIn } from './marking.ts';
import { createOpenPaper } from './opening.ts';
import type { PaperDiary } from './paper-diary-store.ts';
import { createPaperFigures, type PaperFigures } from './paper-figures.ts';
import { createPaperRecords, type PaperRecords } from './paper-records.ts';
import type { PaperStore } from './paper-store.ts';
import { createPapers, type Papers } from './papers.ts';
import { createPublishing, type Publishing } from './publishing.ts';
import { createRounds, type Rounds } from './rounds.ts';
import type { SheetStore } from './sheet-store.ts';
import { createTakeUp, type TakeUp } from './take-up.ts';
import { createTaking } from './taking.ts';

/** Everything about tests, put together over its stores. */
export interface PaperServices {
  readonly papers: Papers;
  readonly publishing: Publishing;
  readonly paperFigures: PaperFigures;
  readonly makeUps: MakeUps;
  readonly takeUp: TakeUp;
  readonly paperRounds: Rounds;
  readonly paperRecords: PaperRecords;
}

export interface PaperServiceParts {
  readonly bank: readonly QuizQuestion[];
  readonly store: PaperStore;
  readonly diary: PaperDiary;
  readonly sheets: SheetStore;
  readonly desks: Desks;
  readonly zone: Zone;
  readonly post: Post;
  readonly hours: Pick<Hours, 'credit'>;
  readonly figures: Pick<QuizStore, 'count'>;
  readonly audiences: Pick<Audiences, 'of'>;
  readonly automatic: Pick<Automatic, 'add'>;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createPaperServices(given: PaperServiceParts): PaperServices {
  const find = findIn(given.bank);
  const closing = createClosing({ ...given, find });
  const parts = { ...given, find, closing };
  return {
    papers: createPapers({ ...parts, open: createOpenPaper(parts), taking: createTaking(parts) }),
    publishing: createPublishing(parts),
    paperFigures: createPaperFigures(parts),
    makeUps: createMakeUps(parts),
    takeUp: createTakeUp(parts),
    paperRounds: createRounds(parts),
    paperRecords: createPaperRecords(parts),
  };
}
