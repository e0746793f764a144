import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCategoryCodes } from '../../src/hours/category-codes.ts';
import type { CreditEntry } from '../../src/hours/credit-entry.ts';
import { createHoursStore, type HoursStore } from '../../src/hours/hours-store.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

const { library } = await loadLibrary('content');

let redis: TestRedis;
let store: HoursStore;

beforeEach(async () => {
  redis = await testRedis();
  store = createHoursStore(redis.client, createKeys(redis.prefix), createCategoryCodes(library.hours));
});

afterEach(() => redis.close());

const write = (state: (work: StatedWork) => void): Promise<number | undefined> => {
  const work = createUnitOfWork();
  state(work);
  return commit(redis.client, work);
};

const meeting: CreditEntry = {
  event: { kind: 'meeting', number: 7 },
  category: '三会一课',
  from: localDate(2026, 11, 18),
  until: localDate(2026, 11, 18),
  hours: 1.5,
  theory: false,
};
const course: CreditEntry = {
  event: { kind: 'registered', by: 'A1' },
  category: '集中培训',
  from: localDate(2026, 11, 16),
  until: localDate(2026, 11, 18),
  hours: 16,
  theory: true,
};

const yearKey = (userid: string): string => `${redis.prefix}:{b}:hours:2026:${userid}`;

describe('the hours of a person', () => {
  it('are read back as they were credited, however the account is spelled', async () => {
    const paper: CreditEntry = { ...meeting, event: { kind: 'paper', number: 7 }, category: '测试' };
    await write((work) => {
      for (const entry of [meeting, paper, course]) store.add(work, 'Lin', entry);
    });
    expect(await store.entries('LIN', 2026)).toEqual([meeting, paper, course]);
    expect(await store.entries('lin', 2025)).toEqual([]);
    expect(await redis.client.hgetall(yearKey('lin'))).toEqual({
      7: 'bi3s',
      p7: 'bi3c',
      'rbg-bij': 'bg-bi32+j A1',
    });
  });

  it('are credited once for an event, and dropped for it alone', async () => {
    await write((work) => store.add(work, 'lin', meeting));
    await write((work) => store.add(work, 'lin', { ...meeting, hours: 4 }));
    expect(await store.entries('lin', 2026)).toEqual([meeting]);
    await write((work) => store.drop(work, 'lin', 2026, { kind: 'paper', number: 7 }));
    expect(await store.entries('lin', 2026)).toEqual([meeting]);
    await write((work) => store.drop(work, 'lin', 2026, { kind: 'meeting', number: 7 }));
    expect(await store.entries('lin', 2026)).toEqual([]);
  });

  it('are changed only as they were read', async () => {
    const added = { userid: 'lin', before: undefined, after: course };
    expect(await write((work) => store.change(work, [added]))).toBeUndefined();
    expect(await write((work) => store.change(work, [added]))).toBe(0);
    const less = { userid: 'lin', before: course, after: { ...course, hours: 8 } };
    expect(await write((work) => store.change(work, [less]))).toBeUndefined();
    expect(await write((work) => store.change(work, [less]))).toBe(0);
    const gone = { userid: 'lin', before: less.after, after: undefined };
    expect(await write((work) => store.change(work, [gone]))).toBeUndefined();
    expect(await store.entries('lin', 2026)).toEqual([]);
  });

  it('that an officer changed last are kept as they were and as they are', async () => {
    const changes = [
      { userid: 'lin', before: undefined, after: course },
      { userid: 'zhou', before: course, after: { ...course, hours: 8 } },
      { userid: 'xu', before: course, after: undefined },
    ];
    await write((work) => store.keepLatest(work, 'Chen', changes));
    expect(await store.latest('chen')).toEqual(changes);
    await write((work) => store.keepLatest(work, 'chen', changes.slice(0, 1)));
    expect(await store.latest('chen')).toEqual(changes.slice(0, 1));
    await write((work) => store.forgetLatest(work, 'chen'));
    expect(await store.latest('chen')).toEqual([]);
  });

  it('are not there where a value is damaged, and the others still are', async () => {
    await write((work) => store.add(work, 'lin', meeting));
    await redis.client.hset(yearKey('lin'), { m8: '1118 2 - 三会一课', 9: '', x: 'bi3s', 10: '{"hours":2}' });
    expect(await store.entries('lin', 2026)).toEqual([meeting]);
    expect(await store.ofEach(['zhou', 'lin'], 2026, (entries) => entries.length)).toEqual([0, 1]);
  });

  it('are gone when they are forgotten', async () => {
    await write((work) => {
      store.add(work, 'lin', meeting);
      store.keepLatest(work, 'lin', [{ userid: 'lin', before: undefined, after: meeting }]);
    });
    await write((work) => store.forget(work, 'Lin', [2026, 2025]));
    expect(await redis.client.keys(`${redis.prefix}:*`)).toEqual([]);
  });
});
