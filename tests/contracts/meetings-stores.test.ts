import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { createMeetingStore, type MeetingStore } from '../../src/meetings/meeting-store.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
let meetings: MeetingStore;

beforeEach(async () => {
  redis = await testRedis();
  meetings = createMeetingStore(redis.client, createKeys(redis.prefix));
});

afterEach(() => redis.close());

const meeting: Meeting = {
  number: 1,
  type: 'memberAssembly',
  title: '党员大会',
  organisation: 'A1',
  date: localDate(2026, 11, 25),
  minute: 900,
  place: '308会议室',
  agenda: ['学习', '研究发展对象'],
  invited: { voting: 1, withoutVote: 1, guests: 1 },
  state: 'called',
  convenedBy: 'chen.zhigang',
  convenedAt: 1_000_000,
  changedAt: 1_000_000,
  round: 1,
  revision: 0,
};

const write = (state: (work: StatedWork) => void): Promise<number | undefined> => {
  const work = createUnitOfWork();
  state(work);
  return commit(redis.client, work);
};

describe('meetings', () => {
  it('are read back as they were called, and as they were changed', async () => {
    await write((work) => meetings.add(work, meeting));
    expect(await meetings.find(1)).toEqual(meeting);
    expect(await meetings.latest()).toBe(1);
    const { place: _place, ...rest } = meeting;
    const after: Meeting = {
      ...rest,
      until: 960,
      state: 'cancelled',
      reason: '停电\n改日再开',
      replied: { coming: 1, leave: 0 },
      round: 2,
    };
    await write((work) => meetings.change(work, meeting, after));
    expect(await meetings.find(1)).toEqual({ ...after, revision: 1 });
    expect(await meetings.find(2)).toBeUndefined();
  });

  it.each(['', '0', '0\n', '0\n{}', '0\n{"type":', 'x\n{}', '{"number":1}', '-1\nnull'])(
    'are none where the value is damaged: %j',
    async (text) => {
      await write((work) => meetings.add(work, meeting));
      await redis.client.set(`${redis.prefix}:{b}:meeting:1:facts`, text);
      expect(await meetings.find(1)).toBeUndefined();
      expect(await meetings.starting(meeting)).toEqual([]);
    },
  );

  it('are gone when they are forgotten, and their number stays taken', async () => {
    await write((work) => meetings.add(work, meeting));
    await write((work) => meetings.forget(work, 1));
    expect(await meetings.find(1)).toBeUndefined();
    expect(await meetings.numbers()).toEqual([]);
    expect(await write((work) => meetings.add(work, meeting))).toBe(0);
  });

  it('never share a number, however many are called at once', async () => {
    const all = await Promise.all(
      ['甲', '乙', '丙'].map((title) => write((work) => meetings.add(work, { ...meeting, title }))),
    );
    expect(all.filter((failed) => failed === undefined)).toHaveLength(1);
    expect(await meetings.latest()).toBe(1);
  });

  it('are changed by one of two who change them at once', async () => {
    await write((work) => meetings.add(work, meeting));
    const both = await Promise.all(
      [960, 1020].map((minute) => write((work) => meetings.change(work, meeting, { ...meeting, minute }))),
    );
    expect(both.filter((failed) => failed === undefined)).toHaveLength(1);
    expect(await meetings.find(1)).toMatchObject({ revision: 1 });
    expect(await write((work) => meetings.expectUnchanged(work, meeting))).toBe(0);
    const now = { number: 1, revision: 1 };
    expect(await write((work) => meetings.expectUnchanged(work, now))).toBeUndefined();
    await redis.client.set(`${redis.prefix}:{b}:meeting:1:facts`, '10\n{}');
    expect(await write((work) => meetings.expectUnchanged(work, now))).toBe(0);
  });

  it('are found by their start, also after they were moved', async () => {
    await write((work) => meetings.add(work, meeting));
    await write((work) => meetings.add(work, { ...meeting, number: 2, minute: 901 }));
    const date = meeting.date;
    const found = async (from: number, before?: number): Promise<number[]> =>
      (
        await meetings.starting(
          { date, minute: from },
          before === undefined ? undefined : { date, minute: before },
        )
      ).map(({ number }) => number);
    expect(await found(900)).toEqual([1, 2]);
    expect(await found(901)).toEqual([2]);
    expect(await found(900, 901)).toEqual([1]);
    await write((work) => meetings.change(work, meeting, { ...meeting, minute: 1000 }));
    expect(await found(0)).toEqual([2, 1]);
    expect(await meetings.numbers()).toEqual([2, 1]);
    expect(await meetings.numbers({ date, minute: 1000 })).toEqual([2]);
  });
});
