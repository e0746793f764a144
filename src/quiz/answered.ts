import { addDays, dateOfEpochDay, daysBetween, epochDayOf, type LocalDate } from '../time/local-date.ts';
import { createColumns } from './columns.ts';
import { isLeech, type Review } from './review.ts';

/** What is kept of one person and one question. */
export interface Answered {
  /** The day of the first answer. */
  readonly first: LocalDate;
  /** Present once it was answered wrong: when it comes back. */
  readonly review?: Review;
}

/** When it comes back, if it does: a question forgotten too often does no longer. */
export function dueOf({ review }: Answered): LocalDate | undefined {
  return review === undefined || isLeech(review) ? undefined : review.due;
}

/*
 * Written as one whole number below 2⁶³, which Redis keeps in ten bytes at most, because ten thousand people
 * answer every working day. The first day alone, since 1970, for a question answered right at once; else all
 * columns: days from then to the last answer, days from that to the next, and FSRS's measures, as exact as
 * it needs them (stability within 1 %, difficulty within 0.05). In the year 2222 the number is too large.
 */
const firstOnly = createColumns({ first: 5 });
const withReview = createColumns({ first: 5, last: 4, due: 4, stability: 3, difficulty: 2, lapses: 1 });

export function answeredText({ first, review }: Answered): string {
  const day = epochDayOf(first);
  if (review === undefined) return firstOnly.write({ first: day });
  return withReview.write({
    first: day,
    last: daysBetween(first, review.last),
    due: daysBetween(review.last, review.due),
    stability: Math.round((Math.log10(review.stability) + 3) * stepsPerDecade),
    difficulty: Math.round((review.difficulty - 1) * 10),
    lapses: review.lapses,
  });
}

/** `undefined` for what cannot be read: then the question counts as new. */
export function readAnswered(text: string): Answered | undefined {
  const all = withReview.read(text);
  const found = all ?? firstOnly.read(text);
  if (found === undefined) return undefined;
  const first = dateOfEpochDay(found.first);
  if (all === undefined) return { first };
  const last = addDays(first, all.last);
  const review = {
    last,
    due: addDays(last, all.due),
    stability: 10 ** (all.stability / stepsPerDecade - 3),
    difficulty: 1 + all.difficulty / 10,
    lapses: all.lapses,
  };
  return { first, review };
}

/** FSRS's stability lies between 0.001 and 36,500 days: 7.6 decades, in a thousand steps. */
const stepsPerDecade = 132;
