import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAttendanceStore, type AttendanceStore } from '../../src/attendance/attendance-store.ts';
import { entryNow } from '../../src/attendance/entry-now.ts';
import { createRollEntries, type RollEntries } from '../../src/attendance/roll-entries.ts';
import type { RollEntry } from '../../src/attendance/roll-entry.ts';
import type { RollFigures } from '../../src/attendance/roll-figures.ts';
import { createParticipantStore, type ParticipantStore } from '../../src/meetings/participant-store.ts';
import type { Participant } from '../../src/meetings/participant.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
let participants: ParticipantStore;
let store: AttendanceStore;
let entries: RollEntries;

/** 600 people are more than Redis keeps densely in one hash. */
const userids = Array.from({ length: 600 }, (_, index) => `u${index}`);

beforeEach(async () => {
  redis = await testRedis();
  const keys = createKeys(redis.prefix);
  participants = createParticipantStore(redis.client, keys);
  store = createAttendanceStore(redis.client, keys);
  entries = createRollEntries({ store, participants });
  const invited = userids.map((userid) => ({ userid, standing: 'voting' as const }));
  await write((work) => participants.invite(work, 7, invited));
});

afterEach(() => redis.close());

const write = (state: (work: StatedWork) => void): Promise<number | undefined> => {
  const work = createUnitOfWork();
  state(work);
  return commit(redis.client, work);
};

async function participant(userid: string): Promise<Participant> {
  const [one] = await participants.of(userid, [7]);
  if (one === undefined) throw new Error(`${userid} is not invited`);
  return one;
}

const at = { date: localDate(2026, 11, 25), minute: 905 };
const entry: RollEntry = { round: 1, presence: 'present', at, source: { kind: 'code' } };
const figures: RollFigures = {
  expected: 600,
  there: 500,
  late: 3,
  online: 4,
  leave: 50,
  missing: 50,
  guests: 1,
  voters: 496,
  votersOnline: 5,
  recorded: 6,
  madeUp: 7,
};

describe('a roll', () => {
  it('has whoever was entered, in the round in which they were', async () => {
    const before = await participant('u1');
    await write((work) => entries.add(work, 7, before, { ...entry, round: 2 }));
    const now = await participant('u1');
    expect(entryNow(now, { round: 2 })).toEqual({ ...entry, round: 2 });
    expect(entryNow(now, { round: 3 })).toBeUndefined();
    expect(entryNow(await participant('u2'), { round: 2 })).toBeUndefined();
    expect(await store.facts(7)).toEqual({ changes: 1, wrongCodes: 0, forgotten: [] });
  });

  it('is signed by all of six hundred, each once', async () => {
    const all = await participants.all(7);
    const twice = [...all, ...all].map((one) => write((work) => entries.add(work, 7, one, entry)));
    const failed = (await Promise.all(twice)).filter((one) => one !== undefined);
    expect(failed).toHaveLength(600);
    const there = (await participants.all(7)).filter((one) => entryNow(one, { round: 1 }) !== undefined);
    expect(there).toHaveLength(600);
    expect(await store.facts(7)).toMatchObject({ changes: 600 });
  });

  it('loses a mistaken entry, unless it was changed meanwhile', async () => {
    const before = await participant('u1');
    await write((work) => entries.add(work, 7, before, entry));
    const entered = await participant('u1');
    await write((work) => participants.change(work, 7, entered, { reply: { kind: 'coming', round: 1, at } }));
    expect(await write((work) => entries.remove(work, 7, entered))).toBe(0);
    const replied = await participant('u1');
    expect(await write((work) => entries.remove(work, 7, replied))).toBeUndefined();
    expect(await participant('u1')).toMatchObject({ rollEntry: '', reply: { kind: 'coming' } });
  });

  it('is not closed on figures that are no longer true', async () => {
    const facts = await store.facts(7);
    expect(await write((work) => store.expectUnchanged(work, 7, facts))).toBeUndefined();
    const before = await participant('u1');
    await write((work) => entries.add(work, 7, before, entry));
    expect(await write((work) => store.expectUnchanged(work, 7, facts))).toBe(0);
  });

  it('forgets a person and keeps how many there were', async () => {
    await write((work) => {
      entries.forget(work, 7, 'U1', { presence: 'late', standing: 'voting' });
      entries.forget(work, 7, 'u2', { presence: 'late', standing: 'voting' });
    });
    expect(await participants.of('u1', [7])).toEqual([undefined]);
    expect(await store.facts(7)).toMatchObject({
      changes: 2,
      forgotten: [{ presence: 'late', standing: 'voting', count: 2 }],
    });
  });

  it('keeps its figures when the names are gone, and nothing when the meeting is', async () => {
    await write((work) => {
      store.setVoters(work, 7, 555);
      store.keepFigures(work, 7, figures);
      participants.forget(work, 7);
    });
    expect(await store.facts(7)).toMatchObject({ voters: 555, figures });
    await write((work) => store.drop(work, 7));
    expect(await redis.client.keys(`${redis.prefix}:*`)).toEqual([]);
  });

  it.each(['', '1', '1 2 3', '1 2 3 4 5 6 7 8 9 10 x', '{"expected":1}'])(
    'has no figures where they are damaged: %j',
    async (text) => {
      await redis.client.hset(`${redis.prefix}:{b}:roll:7`, 'figures', text);
      expect(await store.facts(7)).not.toHaveProperty('figures');
    },
  );
});

describe('the code of a meeting', () => {
  it('is begun once, and expected as it was', async () => {
    const both = await Promise.all(
      ['one', 'other'].map((secret) => write((work) => store.setSecret(work, 7, undefined, secret))),
    );
    expect(both.filter((failed) => failed === undefined)).toHaveLength(1);
    const secret = (await store.secrets()).get(7) ?? '';
    const facts = await store.facts(7);
    expect(await write((work) => store.expectCode(work, 7, secret, facts))).toBeUndefined();
    await write((work) => store.countWrong(work, 7));
    expect(await store.facts(7)).toMatchObject({ wrongCodes: 1 });
    expect(await write((work) => store.expectCode(work, 7, secret, facts))).toBe(1);
    await write((work) => store.setSecret(work, 7, secret, 'a new one'));
    expect(await store.facts(7)).toMatchObject({ wrongCodes: 0 });
    expect(await write((work) => store.expectCode(work, 7, secret, facts))).toBe(0);
    await write((work) => store.dropSecret(work, 7));
    expect(await store.secrets()).toEqual(new Map());
  });
});
