import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountsOf,
  mostUnasked,
  quotaDay,
  quotaOf,
  startOfQuotaDay,
} from '../../src/delivery/daily-quota.ts';

describe('the daily quota', () => {
  it('is 200 person-times for each account, and keeps a tenth back for answers', () => {
    expect(quotaOf(500, 0, 0)).toEqual({ most: 100_000, sent: 0, promised: 0, left: 90_000 });
    expect(quotaOf(500, 50_000, 30_000).left).toBe(10_000);
  });

  it('has never less than nothing left, and never lets more be accepted than it has', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(3e7), fc.nat(3e7), (accounts, sent, promised) => {
        const { left } = quotaOf(accounts, sent, promised);
        expect(left).toBeGreaterThanOrEqual(0);
        if (left > 0) expect(left + sent + promised).toBe(mostUnasked(accounts));
      }),
    );
  });

  it('assumes as many accounts as there are people, and not fewer than 200, unless told', () => {
    expect(accountsOf(undefined, 3)).toBe(200);
    expect(accountsOf(undefined, 10_000)).toBe(10_000);
    expect(accountsOf(100, 10_000)).toBe(100);
  });
});

describe('a day of WeCom’s', () => {
  it('begins at midnight in Beijing', () => {
    const midnight = Date.parse('2026-11-21T00:00:00+08:00');
    expect(quotaDay(midnight)).toBe(quotaDay(midnight - 1) + 1);
    expect(startOfQuotaDay(quotaDay(midnight))).toBe(midnight);
  });

  it('holds every instant between its beginning and the next one’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (instant) => {
        const day = quotaDay(instant);
        expect(startOfQuotaDay(day)).toBeLessThanOrEqual(instant);
        expect(startOfQuotaDay(day + 1)).toBeGreaterThan(instant);
      }),
    );
  });
});
