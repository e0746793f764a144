import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { createMeetingStore, type MeetingStore } from '../../src/meetings/meeting-store.ts';
import { createReplyStore, type ReplyStore } from '../../src/meetings/reply-store.ts';
import { approvals, leaveReasons, type Reply } from '../../src/meetings/reply.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
let meetings: MeetingStore;
let replies: ReplyStore;

beforeEach(async () => {
  redis = await testRedis();
  const keys = createKeys(redis.prefix);
  meetings = createMeetingStore(redis.client, keys);
  replies = createReplyStore(redis.client, keys);
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

const invited = [
  { userid: 'lin.xiaotang', standing: 'voting' },
  { userid: 'xu.lele', standing: 'withoutVote' },
  { userid: 'fang.yiming', standing: 'guest' },
] as const;

const write = (state: (work: StatedWork) => void): Promise<number | undefined> => {
  const work = createUnitOfWork();
  state(work);
  return commit(redis.client, work);
};

describe('meetings', () => {
  it('are read back as they were called, with everybody who is invited', async () => {
    await write((work) => meetings.add(work, meeting, invited));
    expect(await meetings.find(1)).toEqual(meeting);
    expect(await meetings.invited(1)).toEqual(invited);
    expect(await meetings.latest()).toBe(1);
    expect(await meetings.standings('LIN.Xiaotang', [1, 2])).toEqual(['voting', undefined]);
  });

  it('never share a number, however many are called at once', async () => {
    const all = await Promise.all(
      ['甲', '乙', '丙'].map((title) => write((work) => meetings.add(work, { ...meeting, title }, invited))),
    );
    expect(all.filter((failed) => failed === undefined)).toHaveLength(1);
    expect(await meetings.latest()).toBe(1);
  });

  it('are changed by one of two who change them at once', async () => {
    await write((work) => meetings.add(work, meeting, invited));
    const both = await Promise.all(
      [960, 1020].map((minute) => write((work) => meetings.change(work, meeting, { ...meeting, minute }))),
    );
    expect(both.filter((failed) => failed === undefined)).toHaveLength(1);
    expect(await meetings.find(1)).toMatchObject({ revision: 1 });
    expect(await write((work) => meetings.expectUnchanged(work, meeting))).toBe(0);
  });

  it('are found by their start, also after they were moved', async () => {
    await write((work) => meetings.add(work, meeting, invited));
    await write((work) => meetings.add(work, { ...meeting, number: 2, minute: 901 }, []));
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
  });
});

describe('replies', () => {
  const at = { date: localDate(2026, 11, 20), minute: 541 };
  const coming: Reply = { kind: 'coming', round: 1, at };

  it('are read back as they were said', async () => {
    const leaves = leaveReasons.flatMap((reason) =>
      approvals.map((approval): Reply => ({ kind: 'leave', reason, approval, round: 2, at })),
    );
    for (const [index, reply] of [coming, ...leaves].entries()) {
      await write((work) => replies.set(work, 7, `U${index}`, undefined, reply));
    }
    expect(await replies.all(7)).toEqual(
      new Map([coming, ...leaves].map((reply, index) => [`u${index}`, reply])),
    );
    expect(await replies.of('u0', [7, 8])).toEqual([coming, undefined]);
  });

  it('do not overwrite one that came in between', async () => {
    const leave: Reply = { kind: 'leave', reason: '公差', approval: 'asked', round: 1, at };
    await write((work) => replies.set(work, 7, 'lin', undefined, coming));
    expect(await write((work) => replies.set(work, 7, 'lin', undefined, leave))).toBe(0);
    expect(await write((work) => replies.set(work, 7, 'lin', coming, leave))).toBeUndefined();
    expect(await replies.of('lin', [7])).toEqual([leave]);
  });
});
