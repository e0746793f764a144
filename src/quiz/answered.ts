import { dateOfEpochDay, epochDayOf, type LocalDate } from '../time/local-date.ts';
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
 * Written as short as can be, because ten thousand people answer every working day. Numbers in base 36,
 * days since 1970: `<first>` for a question answered right at once, else
 * `<first> <due> <stability × 100> <difficulty × 100> <repetitions> <lapses> <last>`, and `!` at the end
 * when retired. Below 64 bytes, so that Redis keeps the hash in its dense encoding.
 */
export function answeredText({ first, review, retired }: Answered): string {
  if (review === undefined) return shortDay(first);
  const { due, stability, difficulty, repetitions, lapses, last } = review;
  const numbers = [Math.round(stability * 100), Math.round(difficulty * 100), repetitions, lapses];
  const parts = [
    shortDay(first),
    shortDay(due),
    ...numbers.map((number) => number.toString(36)),
    shortDay(last),
  ];
  return parts.join(' ') + (retired ? '!' : '');
}

/** `undefined` for what cannot be read: then the question counts as new. */
export function readAnswered(text: string): Answered | undefined {
  const retired = text.endsWith('!');
  const numbers = (retired ? text.slice(0, -1) : text).split(' ').map((part) => Number.parseInt(part, 36));
  if (numbers.some((number) => !Number.isSafeInteger(number))) return undefined;
  const [first = 0, due, stability, difficulty, repetitions, lapses, last] = numbers;
  if (due === undefined) return { first: dateOfEpochDay(first), retired };
  if (stability === undefined || difficulty === undefined || last === undefined) return undefined;
  return {
    first: dateOfEpochDay(first),
    retired,
    review: {
      due: dateOfEpochDay(due),
      stability: stability / 100,
      difficulty: difficulty / 100,
      repetitions: repetitions ?? 0,
      lapses: lapses ?? 0,
      last: dateOfEpochDay(last),
    },
  };
}

function shortDay(date: LocalDate): string {
  return epochDayOf(date).toString(36);
}
