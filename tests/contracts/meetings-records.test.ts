import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAttendanceRecords } from '../../src/attendance/attendance-records.ts';
import { createAttendanceStore, type AttendanceStore } from '../../src/attendance/attendance-store.ts';
import { createReadRoll } from '../../src/attendance/read-roll.ts';
import { createRollEntries, type RollEntries } from '../../src/attendance/roll-entries.ts';
import { countInvited, type Invited } from '../../src/meetings/invitation.ts';
import { createMeetingRecords, type MeetingRecords } from '../../src/meetings/meeting-records.ts';
import { createMeetingStore, type MeetingStore } from '../../src/meetings/meeting-store.ts';
import { createParticipantStore, type ParticipantStore } from '../../src/meetings/participant-store.ts';
import { createReminderMarkStore, type ReminderMarkStore } from '../../src/meetings/reminder-mark-store.ts';
import { createSeriesStore, type SeriesStore } from '../../src/meetings/series-store.ts';
import type { Series } from '../../src/meetings/series.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { localDate, type LocalDate } from '../../src/time/local-date.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
let store: MeetingStore;
let participants: ParticipantStore;
let attendance: AttendanceStore;
let entries: RollEntries;
let marks: ReminderMarkStore;
let series: SeriesStore;
let records: MeetingRecords;

beforeEach(async () => {
  redis = await testRedis();
  const keys = createKeys(redis.prefix);
  store = createMeetingStore(redis.client, keys);
  participants = createParticipantStore(redis.client, keys);
  attendance = createAttendanceStore(redis.client, keys);
  entries = createRollEntries({ store: attendance, participants });
  marks = createReminderMarkStore(redis.client, keys);
  series = createSeriesStore(redis.client, keys);
  records = recordsOn((work) => commit(redis.client, work));
});

function recordsOn(write: (work: StatedWork) => Promise<number | undefined>): MeetingRecords {
  const readRoll = createReadRoll({ store: attendance, participants });
  const rolls = createAttendanceRecords({
    store: attendance,
    entries,
    meetings: store,
    participants,
    readRoll,
  });
  return createMeetingRecords({ store, participants, marks, rolls, commit: write });
}

afterEach(() => redis.close());

const write = (state: (work: StatedWork) => void): Promise<number | undefined> => {
  const work = createUnitOfWork();
  state(work);
  return commit(redis.client, work);
};

const invited: readonly Invited[] = [
  { userid: 'lin.xiaotang', standing: 'voting' },
  { userid: 'zhou.qi', standing: 'voting' },
  { userid: 'xu.lele', standing: 'withoutVote' },
];

/** A meeting of this day, to which 林晓棠 comes and 周琪 does not. */
async function meet(number: number, date: LocalDate): Promise<void> {
  const at = { date, minute: 500 };
  await write((work) => {
    store.add(work, {
      number,
      type: 'memberAssembly',
      title: '党员大会',
      organisation: 'A1',
      date,
      minute: 900,
      agenda: ['学习'],
      invited: countInvited(invited),
      state: 'held',
      convenedBy: 'chen.zhigang',
      convenedAt: 0,
      changedAt: 0,
      round: 1,
      revision: 0,
    });
    participants.invite(work, number, invited);
    marks.set(work, number, 'coming', undefined, { round: 1, waiting: {} });
  });
  const [lin, zhou] = await Promise.all(
    ['lin.xiaotang', 'zhou.qi'].map(async (userid) => (await participants.of(userid, [number]))[0]),
  );
  if (lin === undefined || zhou === undefined) throw new Error('they were invited');
  await write((work) => {
    participants.change(work, number, lin, { reply: { kind: 'coming', round: 1, at } });
    participants.change(work, number, zhou, {
      reply: { kind: 'leave', reason: '其他', approval: 'agreed', round: 1, at },
    });
  });
  const [came] = await participants.of('lin.xiaotang', [number]);
  if (came === undefined) throw new Error('they were invited');
  await write((work) =>
    entries.add(work, number, came, { round: 1, presence: 'late', at, source: { kind: 'code' } }),
  );
}

describe('who was invited, replied and came', () => {
  const today = localDate(2028, 3, 1);

  it('is kept for twelve months, then only how many; the meeting itself for twenty-four', async () => {
    await meet(1, localDate(2026, 2, 28));
    await meet(2, localDate(2026, 3, 1));
    await meet(3, localDate(2027, 2, 28));
    await meet(4, localDate(2027, 3, 1));
    await records.clear(today);
    await records.clear(today);
    expect(await store.find(1)).toBeUndefined();
    for (const number of [2, 3]) {
      expect(await store.find(number)).toMatchObject({
        invited: { voting: 2, withoutVote: 1, guests: 0 },
        replied: { coming: 1, leave: 1 },
        revision: 1,
      });
      expect(await participants.all(number)).toEqual([]);
      expect((await attendance.facts(number)).figures).toMatchObject({
        expected: 3,
        there: 1,
        late: 1,
        leave: 1,
      });
      expect(await marks.find(number, 'coming')).toBeUndefined();
    }
    expect(await participants.all(4)).toHaveLength(3);
    expect((await attendance.facts(4)).figures).toBeUndefined();
    expect(await store.latest()).toBe(4);
    const left = await redis.client.keys(`${redis.prefix}:*:1*`);
    expect(left).toEqual([]);
  });

  it('is reminded of until the meeting: its marks are gone the night after, and those of a coming one are not', async () => {
    await meet(1, localDate(2028, 2, 29));
    await meet(2, today);
    await records.clear(today);
    expect(await marks.find(1, 'coming')).toBeUndefined();
    expect(await marks.find(2, 'coming')).toBeDefined();
    expect(await participants.all(1)).toHaveLength(3);
  });

  it('is forgotten also of a meeting that cannot be read any more', async () => {
    await meet(1, localDate(2027, 2, 28));
    await redis.client.set(`${redis.prefix}:{b}:meeting:1:facts`, 'damaged');
    await records.clear(today);
    expect(await redis.client.keys(`${redis.prefix}:*:1*`)).toEqual([]);
  });

  it('is all there for the next night when somebody is signed in between counting and forgetting', async () => {
    await meet(1, localDate(2027, 2, 28));
    const at = { date: localDate(2027, 2, 28), minute: 600 };
    const interrupted = recordsOn(async (work) => {
      const [zhou] = await participants.of('zhou.qi', [1]);
      if (zhou === undefined) throw new Error('they were invited');
      const entry = { round: 1, presence: 'late', at, source: { kind: 'code' } } as const;
      await write((one) => entries.add(one, 1, zhou, entry));
      return commit(redis.client, work);
    });
    await interrupted.clear(today);
    expect(await participants.all(1)).toHaveLength(3);
    await records.clear(today);
    expect(await participants.all(1)).toEqual([]);
    expect((await attendance.facts(1)).figures).toMatchObject({ expected: 3, there: 2, leave: 0 });
  });

  it('of somebody who left is forgotten in every meeting, and the counts stay', async () => {
    await meet(1, localDate(2027, 11, 2));
    await meet(2, localDate(2028, 4, 2));
    expect(await records.of('LIN.Xiaotang')).toEqual({ invited: 2, replied: 2 });
    expect(await records.of('xu.lele')).toEqual({ invited: 2, replied: 0 });
    const work = createUnitOfWork();
    await records.forget(work, 'LIN.Xiaotang');
    await commit(redis.client, work);
    expect(await records.of('lin.xiaotang')).toEqual({ invited: 0, replied: 0 });
    expect(await store.find(1)).toMatchObject({ invited: { voting: 2 } });
    expect((await participants.all(1)).map(({ userid }) => userid)).toEqual(['zhou.qi', 'xu.lele']);
  });
});

describe('monthly meetings', () => {
  const one: Series = {
    number: 1,
    monthly: { kind: 'nth', nth: 0, weekday: 5 },
    type: 'partyDay',
    title: '主题党日',
    organisation: 'A1',
    minute: 900,
    until: 990,
    place: '党员之家',
    agenda: ['学习'],
    guests: ['fang.yiming'],
    convenedBy: 'chen.zhigang',
    next: localDate(2026, 12, 1),
    state: 'open',
  };

  it('are read back as they were written, and changed by one of two who change them at once', async () => {
    await write((work) => series.add(work, one));
    await write((work) => series.add(work, { ...one, number: 2, monthly: { kind: 'day', day: 15 } }));
    expect(await series.find(1)).toEqual(one);
    expect(await series.latest()).toBe(2);
    expect((await series.open()).map(({ number }) => number)).toEqual([1, 2]);
    const next = localDate(2027, 1, 1);
    const read = await series.find(1);
    if (read === undefined) throw new Error('it was written');
    const both = await Promise.all([
      write((work) => series.change(work, read, { ...read, next })),
      write((work) => series.change(work, read, { ...read, state: 'ended' })),
    ]);
    expect(both.filter((failed) => failed === undefined)).toHaveLength(1);
  });

  it('never share a number', async () => {
    const all = await Promise.all(
      ['甲', '乙'].map((title) => write((work) => series.add(work, { ...one, title }))),
    );
    expect(all.filter((failed) => failed === undefined)).toHaveLength(1);
  });
});

describe('the mark of a reminder', () => {
  it('is set by one of two replicas', async () => {
    const mark = { round: 1, waiting: { 'lin.xiaotang': 1000 } };
    const both = await Promise.all(
      [1, 2].map(() => write((work) => marks.set(work, 7, 'unanswered', undefined, mark))),
    );
    expect(both.filter((failed) => failed === undefined)).toHaveLength(1);
    expect(await marks.find(7, 'unanswered')).toEqual(mark);
    expect(await marks.find(7, 'coming')).toBeUndefined();
    const later = { round: 2, waiting: {} };
    expect(await write((work) => marks.set(work, 7, 'unanswered', mark, later))).toBeUndefined();
    expect(await marks.find(7, 'unanswered')).toEqual(later);
  });
});
