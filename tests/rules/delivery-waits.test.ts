import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateCheckSeconds, repeatableFor } from '../../src/delivery/duplicate-check.ts';
import { defaultPace } from '../../src/delivery/pace.ts';
import { crowdedWait, retryWait } from '../../src/delivery/waits.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('the wait before the next try', () => {
  it('doubles from two seconds', () => {
    expect([1, 2, 3, 4].map((attempts) => retryWait(attempts, defaultPace, 1))).toEqual([
      2000, 4000, 8000, 16_000,
    ]);
  });

  it('is never longer than ten minutes, however often it was tried', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), chance, (attempts, luck) => {
        const wait = retryWait(attempts, defaultPace, luck);
        expect(wait).toBeGreaterThanOrEqual(1500);
        expect(wait).toBeLessThanOrEqual(600_000);
      }),
    );
  });

  it('is one to five seconds after too many calls at once', () => {
    fc.assert(
      fc.property(chance, (luck) => {
        expect(crowdedWait(defaultPace, luck)).toBeGreaterThanOrEqual(1000);
        expect(crowdedWait(defaultPace, luck)).toBeLessThanOrEqual(5000);
      }),
    );
  });
});

describe('the duplicate check', () => {
  it('differs between the messages of two windows, and lasts longer than a message is repeated', () => {
    const intervals = Array.from({ length: 600 }, (_, variant) => duplicateCheckSeconds(variant));
    expect(new Set(intervals).size).toBe(600);
    expect(Math.max(...intervals)).toBe(14_400);
    expect(Math.min(...intervals) * 1000).toBeGreaterThan(repeatableFor + 100_000);
    expect(repeatableFor).toBeGreaterThan(3.5 * 3_600_000);
  });
});
