import { createEmptyCard, fsrs, Rating, type Card as MemoryCard } from 'ts-fsrs';
import { dateOfEpochDay, epochDayOf, type LocalDate } from '../time/local-date.ts';

/** When a question that was answered wrong comes back, by FSRS; whole days, right or wrong only. */
export interface Review {
  readonly due: LocalDate;
  /** FSRS's measures of the memory: days until 90 % is left, and 1 to 10. */
  readonly stability: number;
  readonly difficulty: number;
  /** How often it was forgotten after it had been known. */
  readonly lapses: number;
  readonly last: LocalDate;
}

/** A question forgotten this often is badly asked or badly explained: it goes to the editor. */
const leechLapses = 8;

/** No more reviews than this on one day. */
export const reviewsPerDay = 3;

/** Days, not minutes: nobody is asked twice on one day. Without chance, so that everybody can be told when. */
const schedule = fsrs({ enable_short_term: false, enable_fuzz: false });

/** The state after an answer. A question answered right at the first try needs none. */
export function reviewAfter(
  earlier: Review | undefined,
  outcome: 'right' | 'wrong',
  today: LocalDate,
): Review {
  const card = earlier === undefined ? createEmptyCard(instantOf(today)) : cardOf(earlier);
  const grade = outcome === 'right' ? Rating.Good : Rating.Again;
  const { card: next } = schedule.next(card, instantOf(today), grade);
  return {
    due: dateAt(next.due),
    stability: next.stability,
    difficulty: next.difficulty,
    lapses: next.lapses,
    last: today,
  };
}

export function isLeech(review: Review): boolean {
  return review.lapses >= leechLapses;
}

function cardOf(review: Review): MemoryCard {
  return {
    ...createEmptyCard(),
    due: instantOf(review.due),
    stability: review.stability,
    difficulty: review.difficulty,
    scheduled_days: epochDayOf(review.due) - epochDayOf(review.last),
    learning_steps: 0,
    lapses: review.lapses,
    state: 2,
    last_review: instantOf(review.last),
  };
}

const day = 86_400_000;

/** FSRS counts in UTC days; a local day is taken for the UTC day of the same name. */
function instantOf(date: LocalDate): Date {
  return new Date(epochDayOf(date) * day);
}

function dateAt(instant: Date): LocalDate {
  return dateOfEpochDay(Math.floor(instant.getTime() / day));
}
