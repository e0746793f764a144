import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDutyStore, type DutyStore } from '../../src/duties/duty-store.ts';
import type { Fulfilment } from '../../src/duties/fulfilment.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type UnitOfWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
let store: DutyStore;

beforeEach(async () => {
  redis = await testRedis();
  store = createDutyStore(redis.client, createKeys(redis.prefix));
});

afterEach(() => redis.close());

const meeting: Fulfilment = {
  organisation: 'A1',
  duty: 'memberAssembly',
  date: localDate(2026, 11, 18),
  evidence: { kind: 'meeting', number: 7 },
};

describe('the duties that were met', () => {
  it('are read back by organisation and year', async () => {
    const leapDay: Fulfilment = {
      organisation: 'A1',
      duty: 'partyDay',
      date: localDate(2028, 2, 29),
      evidence: { kind: 'registered' },
    };
    const paper: Fulfilment = { ...meeting, duty: 'theoryTest', evidence: { kind: 'paper', number: 3 } };
    await write((work) => {
      for (const one of [meeting, leapDay, paper]) store.add(work, one);
      store.add(work, { ...meeting, organisation: 'A2' });
    });
    expect(await store.ofEach(['A1', 'A2', 'A3'], [2026])).toEqual([
      expect.arrayContaining([meeting, paper]),
      [{ ...meeting, organisation: 'A2' }],
      [],
    ]);
    expect(await store.ofEach(['A1'], [2028])).toEqual([[leapDay]]);
    expect(await store.ofEach(['A1'], [2026, 2027, 2028])).toEqual([
      expect.arrayContaining([meeting, paper, leapDay]),
    ]);
  });

  it('are there once, however often they are stated, until they are taken away', async () => {
    await write((work) => store.add(work, meeting));
    await write((work) => store.add(work, meeting));
    expect(await store.ofEach(['A1'], [2026])).toEqual([[meeting]]);
    await write((work) => store.remove(work, meeting));
    await write((work) => store.remove(work, meeting));
    expect(await store.ofEach(['A1'], [2026])).toEqual([[]]);
  });

  it('are forgotten by the year', async () => {
    await write((work) => store.add(work, meeting));
    await store.forgetYear(['A1', 'A2'], 2025);
    expect(await store.ofEach(['A1'], [2026])).toEqual([[meeting]]);
    await store.forgetYear(['A1'], 2026);
    expect(await store.ofEach(['A1'], [2026])).toEqual([[]]);
    await store.forgetYear([], 2026);
  });

  it('keep apart what was registered and what a meeting shows', async () => {
    const registered: Fulfilment = { ...meeting, evidence: { kind: 'registered' } };
    await write((work) => {
      store.add(work, meeting);
      store.add(work, registered);
    });
    await write((work) => store.remove(work, registered));
    expect(await store.ofEach(['A1'], [2026])).toEqual([[meeting]]);
  });
});

async function write(state: (work: UnitOfWork) => void): Promise<void> {
  const work = createUnitOfWork();
  state(work);
  await commit(redis.client, work);
}
