import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { createCheckInStore } from '../../src/study/check-in-store.ts';
import { addDays, localDate, type LocalDate } from '../../src/time/local-date.ts';
import type { LocalMoment } from '../../src/time/local-moment.ts';
import { testRedis } from '../support/redis.ts';

describe('check-ins', () => {
  it('keep the day and the minute, each day of a year and each minute of a day', async () => {
    const { store, note } = await begin();
    let person = 0;
    const time = fc.record({ day: fc.nat(365), minute: fc.nat(1439) });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(time, { selector: ({ day }) => day }), async (times) => {
        // 2028 has 366 days.
        const moments = times
          .toSorted((a, b) => a.day - b.day)
          .map(({ day, minute }) => ({ date: addDays(localDate(2028, 1, 1), day), minute }));
        person += 1;
        await note(`Member${person}`, moments);
        expect(await store.of(`member${person}`, 2028)).toEqual(moments);
        const since = addDays(localDate(2028, 1, 1), times[0]?.day ?? 200);
        const later = moments.filter(({ date }) => date >= since).length;
        expect(await store.daysSince([`member${person}`, 'nobody'], since)).toEqual([later, 0]);
      }),
      { numRuns: 50 },
    );
  });

  it('of a year are its own, and of a person their own', async () => {
    const { store, note } = await begin();
    const lastDay = { date: localDate(2027, 12, 31), minute: 1439 };
    const firstDay = { date: localDate(2028, 1, 1), minute: 0 };
    await note('Lin', [lastDay, firstDay]);
    expect(await store.of('Lin', 2027)).toEqual([lastDay]);
    expect(await store.of('LIN', 2028)).toEqual([firstDay]);
    expect(await store.of('Zhou', 2028)).toEqual([]);
  });

  it('of a whole year fit into 512 bytes', async () => {
    const { note, redis, keys } = await begin();
    const days = Array.from({ length: 365 }, (_, day) => addDays(localDate(2026, 1, 1), day));
    for (const date of days) await note('Lin', [{ date, minute: 1439 }]);
    expect(await redis.strlen(keys('checkins', 2026, 'lin'))).toBeLessThanOrEqual(512);
  });

  it('before a day are forgotten, the others stay', async () => {
    const { store, note, redis, keys } = await begin();
    const on = (date: LocalDate): LocalMoment => ({ date, minute: 480 });
    const old = [localDate(2025, 11, 20), localDate(2026, 11, 19)].map(on);
    const recent = [localDate(2026, 11, 20), localDate(2026, 12, 31)].map(on);
    await note('Lin', [...old, ...recent]);

    await store.forgetBefore('Lin', localDate(2026, 11, 20));
    await store.forgetBefore('Lin', localDate(2026, 11, 20));
    await store.forgetBefore('Zhou', localDate(2026, 11, 20));
    expect(await store.of('Lin', 2025)).toEqual([]);
    expect(await store.of('Lin', 2026)).toEqual(recent);

    await store.forgetBefore('Lin', localDate(2027, 1, 1));
    expect(await redis.keys(keys('*'))).toEqual([]);
  });

  it('leave no key behind when the person has them erased', async () => {
    const { store, note, redis, keys } = await begin();
    await note('Lin', [{ date: localDate(2026, 11, 20), minute: 480 }]);
    const work = createUnitOfWork();
    store.forget(work, 'LIN', [2025, 2026]);
    await commit(redis, work);
    expect(await redis.keys(keys('*'))).toEqual([]);
  });
});

async function begin() {
  const { client, prefix, close } = await testRedis();
  onTestFinished(close);
  const keys = createKeys(prefix);
  const store = createCheckInStore(client, keys);
  return {
    redis: client,
    keys,
    store,
    async note(userid: string, moments: readonly LocalMoment[]): Promise<void> {
      const work = createUnitOfWork();
      for (const moment of moments) store.note(work, userid, moment);
      await commit(client, work);
    },
  };
}
