import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredText, dueOf, readAnswered } from '../../src/quiz/answered.ts';
import { isLeech, reviewAfter, type Review } from '../../src/quiz/review.ts';
import { addDays, dateOfEpochDay, daysBetween, localDate } from '../../src/time/local-date.ts';

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
  const answered = fc
    .record({
      first: day,
      sinceFirst: fc.nat(9999),
      untilDue: fc.nat(9999),
      stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
      lapses: fc.nat(9),
    })
    .map(({ first, sinceFirst, untilDue, ...measures }) => {
      const last = addDays(first, sinceFirst);
      return { first, review: { last, due: addDays(last, untilDue), ...measures } };
    });

  it('is a number that Redis keeps as one, and read back as exactly as FSRS needs it', () => {
    fc.assert(
      fc.property(answered, (one) => {
        const text = answeredText(one);
        expect(BigInt.asIntN(64, BigInt(text)).toString()).toBe(text);

        const read = readAnswered(text);
        const { stability = 0, difficulty = 0 } = read?.review ?? {};
        expect(read).toEqual({ first: one.first, review: { ...one.review, stability, difficulty } });
        expect(stability / one.review.stability).toBeCloseTo(1, 1.7);
        expect(Math.abs(difficulty - one.review.difficulty)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });

  it('does not change by being read and written again', () => {
    fc.assert(
      fc.property(answered, (one) => {
        const text = answeredText(one);
        expect(answeredText(readAnswered(text) ?? { first: today })).toBe(text);
      }),
    );
  });

  it('brings a question back on the same days, or nearly, as if it were kept in full', () => {
    let exact = reviewAfter(undefined, 'wrong', today);
    let kept = exact;
    for (const outcome of ['right', 'right', 'wrong', 'right', 'right', 'right', 'right'] as const) {
      exact = reviewAfter(exact, outcome, exact.due);
      kept = reviewAfter(storedReview(kept), outcome, kept.due);
      const gap = daysBetween(exact.last, exact.due);
      expect(Math.abs(daysBetween(kept.last, kept.due) - gap)).toBeLessThanOrEqual(Math.max(1, gap * 0.05));
    }
  });

  function storedReview(review: Review): Review {
    return readAnswered(answeredText({ first: today, review }))?.review ?? review;
  }

  it('is the day alone for a question answered right at once', () => {
    expect(answeredText({ first: today })).toBe('20777');
    expect(readAnswered('20777')).toEqual({ first: today });
  });

  it('is kept as the most there can be when a memory lasts longer', () => {
    const lasting = {
      ...reviewAfter(undefined, 'right', today),
      stability: 1e9,
      due: addDays(today, 36_500),
    };
    const read = readAnswered(answeredText({ first: today, review: lasting }))?.review;
    expect(read?.stability).toBeGreaterThan(36_500);
    expect(read?.due).toBe(addDays(today, 9999));
  });

  it('no longer comes back once it was forgotten too often', () => {
    const review = { ...reviewAfter(undefined, 'wrong', today), lapses: 8 };
    expect(dueOf({ first: today, review })).toBeUndefined();
    expect(dueOf({ first: today, review: { ...review, lapses: 7 } })).toBe('2026-11-21');
    expect(dueOf({ first: today })).toBeUndefined();
  });

  it('counts as new when it is damaged', () => {
    for (const text of ['', '!!', '2077', '-20777', '2077 7', '207771', 'g15', '你好', '9'.repeat(20)])
      expect(readAnswered(text)).toBeUndefined();
  });
});
