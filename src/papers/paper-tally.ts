import type { QuizQuestion } from '../library/quiz-question.ts';
import type { LocalDate } from '../time/local-date.ts';
import { drawQuestions } from './draw.ts';
import type { FindQuestion } from './marking.ts';
import { isPassed, lengthOf, type Paper } from './paper.ts';
import { bestOf, type Sheet } from './sheet.ts';

/** Counts sheets one by one, so that ten thousand need not be held together. */
export interface Tally {
  add(sheet: Sheet): void;
  sum(): Tallied;
}

export interface Tallied {
  readonly taken: number;
  /** Begun, and nothing handed in yet. */
  readonly underway: number;
  /** Left out while so few have taken it that it would tell what somebody got. */
  readonly marks?: PaperMarks;
}

export interface PaperMarks {
  /** Of everybody's best try, in percent, cut. */
  readonly average: number;
  readonly passed: number;
  /** Of the first tries, the worst first; at most three. */
  readonly mostMissed: readonly MissedQuestion[];
}

export interface MissedQuestion {
  readonly question: QuizQuestion;
  readonly missed: number;
  /** How many had it. */
  readonly asked: number;
}

/** Fewer results than this would tell what a certain person got. */
export const fewestForMarks = 3;

export function createTally(paper: Paper, today: LocalDate, find: FindQuestion): Tally {
  const counts = { taken: 0, underway: 0, passed: 0, score: 0 };
  const asked = new Map<string, number>();
  const missed = new Map<string, number>();

  return {
    add(sheet) {
      const best = bestOf(sheet);
      if (best === undefined) {
        counts.underway += sheet.attempt === undefined ? 0 : 1;
        return;
      }
      counts.taken += 1;
      counts.score += (100 * best.right) / lengthOf(paper);
      counts.passed += isPassed(best.right, paper) ? 1 : 0;
      addQuestions(sheet);
    },
    sum() {
      const { taken, underway, passed, score } = counts;
      if (taken < fewestForMarks) return { taken, underway };
      return {
        taken,
        underway,
        marks: { passed, average: Math.floor(score / taken), mostMissed: mostMissed() },
      };
    },
  };

  /** First tries only: later ones say more about patience. */
  function addQuestions({ userid, results: [first] }: Sheet): void {
    if (first?.items === undefined) return;
    const ids = drawQuestions(paper, { userid, try: first.try });
    for (const [index, { mark }] of first.items.entries()) {
      const id = ids[index] ?? '';
      asked.set(id, (asked.get(id) ?? 0) + 1);
      if (mark === 'wrong' || mark === 'blank') missed.set(id, (missed.get(id) ?? 0) + 1);
    }
  }

  function mostMissed(): readonly MissedQuestion[] {
    return [...missed]
      .map(([id, count]) => ({ id, missed: count, asked: asked.get(id) ?? count }))
      .filter(({ missed: count }) => count > 1)
      .toSorted((a, b) => b.missed / b.asked - a.missed / a.asked || b.missed - a.missed)
      .flatMap(({ id, ...figures }) => {
        const question = find(id, today);
        return question === undefined ? [] : [{ question, ...figures }];
      })
      .slice(0, 3);
  }
}
