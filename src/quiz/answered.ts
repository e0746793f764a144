import { dateOfEpochDay, epochDayOf, type LocalDate } from '../time/local-date.ts';
import { createColumns } from './columns.ts';
import type { Review } from './review.ts';

/** What is kept of one person and one question. */
export interface Answered {
  /** The day of the first answer. */
  readonly first: LocalDate;
  /** Present once it was answered wrong: when it comes back. */
  readonly review?: Review;
  /** Forgotten too often; it no longer comes back. */
  readonly retired: boolean;
}

/*
 * Written as short as can be, because ten thousand people answer every working day: columns of base-36
 * digits side by side, days counted since 1970. The first day alone for a question answered right at once,
 * else all columns, and `!` at the end when retired.
 */
const firstOnly = createColumns({ first: 3 });
const withReview = createColumns({
  first: 3,
  last: 3,
  due: 3,
  stability: 4,
  difficulty: 2,
  repetitions: 2,
  lapses: 1,
});

export function answeredText({ first, review, retired }: Answered): string {
  const day = epochDayOf(first);
  if (review === undefined) return firstOnly.write({ first: day });
  const text = withReview.write({
    ...review,
    first: day,
    last: epochDayOf(review.last),
    due: epochDayOf(review.due),
    stability: Math.round(review.stability * 100),
    difficulty: Math.round(review.difficulty * 100),
  });
  return retired ? `${text}!` : text;
}

/** `undefined` for what cannot be read: then the question counts as new. */
export function readAnswered(text: string): Answered | undefined {
  const retired = text.endsWith('!');
  const digits = retired ? text.slice(0, -1) : text;
  const all = withReview.read(digits);
  const first = (all ?? firstOnly.read(digits))?.first;
  if (first === undefined) return undefined;
  if (all === undefined) return { first: dateOfEpochDay(first), retired };
  const review = {
    last: dateOfEpochDay(all.last),
    due: dateOfEpochDay(all.due),
    stability: all.stability / 100,
    difficulty: all.difficulty / 100,
    repetitions: all.repetitions,
    lapses: all.lapses,
  };
  return { first: dateOfEpochDay(first), review, retired };
}
