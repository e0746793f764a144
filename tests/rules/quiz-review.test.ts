import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredText, readAnswered, type Answered } from '../../src/quiz/answered.ts';
import { isLeech, reviewAfter, type Review } from '../../src/quiz/review.ts';
import { addDays, dateOfEpochDay, localDate } from '../../src/time/local-date.ts';

const today = localDate(2026, 11, 20);

describe('what was answered wrong', () => {
  it('comes back tomorrow, and later and later while it is known', () => {
    let review = reviewAfter(undefined, 'wrong', today);
    expect(review.due).toBe('2026-11-21');
    const gaps: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const next = reviewAfter(review, 'right', review.due);
      gaps.push((Date.parse(next.due) - Date.parse(review.due)) / 86_400_000);
      review = next;
    }
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(gaps.at(-1)).toBeGreaterThan(20);
  });

  it('comes back tomorrow again when it was forgotten', () => {
    const known = reviewAfter(reviewAfter(undefined, 'wrong', today), 'right', addDays(today, 1));
    const forgotten = reviewAfter(known, 'wrong', known.due);
    expect(forgotten.due).toBe(addDays(known.due, 1));
    expect(forgotten.lapses).toBe(1);
  });

  it('is a case for the editor when it was forgotten eight times', () => {
    let review: Review = reviewAfter(undefined, 'wrong', today);
    for (let round = 0; round < 8; round += 1) {
      expect(isLeech(review)).toBe(false);
      review = reviewAfter(review, 'wrong', review.due);
    }
    expect(isLeech(review)).toBe(true);
  });
});

describe('what is kept of an answer', () => {
  const day = fc.integer({ min: 19_000, max: 40_000 }).map(dateOfEpochDay);
  const review = fc.record({
    due: day,
    stability: fc.integer({ min: 1, max: 1_679_615 }).map((value) => value / 100),
    difficulty: fc.integer({ min: 100, max: 1000 }).map((value) => value / 100),
    repetitions: fc.nat(1295),
    lapses: fc.nat(35),
    last: day,
  });

  it('is read back as it was written, in 19 letters at most', () => {
    const answered = fc.oneof(
      fc.record({ first: day, retired: fc.constant(false) }),
      fc.record({ first: day, review, retired: fc.boolean() }),
    );
    fc.assert(
      fc.property(answered, (one: Answered) => {
        const text = answeredText(one);
        expect(readAnswered(text)).toEqual(one);
        expect(text.length).toBeLessThanOrEqual(19);
      }),
    );
  });

  it('is kept as the most there can be when a memory lasts longer', () => {
    const first = today;
    const lasting = { ...reviewAfter(undefined, 'right', today), stability: 36_500 };
    expect(readAnswered(answeredText({ first, review: lasting, retired: false }))?.review?.stability).toBe(
      16_796.15,
    );
  });

  it('counts as new when it is damaged', () => {
    for (const text of ['', '!!', 'g7-', 'zz 1', 'g15g15', 'G15', '你好'])
      expect(readAnswered(text)).toBeUndefined();
  });
});
