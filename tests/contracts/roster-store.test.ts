import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { startPrivateRedis, type PrivateRedis } from '../../src/redis/private-server.ts';
import { createRosterStore, type RosterStore } from '../../src/roster/roster-store.ts';
import type { RosterLists } from '../../src/roster/roster.ts';
import { localDate } from '../../src/time/local-date.ts';
import { generateRoster } from '../support/generate-roster.ts';

const keys = createKeys('test');
const today = localDate(2026, 11, 20);
const later = localDate(2026, 12, 1);

let directory: string;
let server: PrivateRedis;
let redis: RedisClient;
let store: RosterStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'roster-store-'));
  server = await startPrivateRedis(directory);
  redis = await connectRedis(server.url);
  store = createRosterStore(redis, keys);
});
afterAll(async () => {
  await closeRedis(redis);
  await server.stop();
  await rm(directory, { recursive: true });
});
beforeEach(async () => {
  await redis.flushall();
});

const ten = generateRoster(8, 10);

function without({ organisations, people }: RosterLists, ...userids: string[]): RosterLists {
  return { organisations, people: people.filter(({ userid }) => !userids.includes(userid)) };
}

describe('the roster in Redis', () => {
  it('is absent, as version 0, before the first import', async () => {
    expect(await store.load()).toBeUndefined();
    expect(await store.version()).toBe(0);
    expect(await store.left()).toEqual([]);
  });

  it('comes back exactly as it was written', async () => {
    const lists = generateRoster(40, 500);
    expect(await store.replace(undefined, lists, today)).toBe('replaced');
    expect(await store.load()).toEqual({ version: 1, lists });
    expect(await store.version()).toBe(1);
  });

  it('lies under keys of one cluster slot that begin with the prefix', async () => {
    await store.replace(undefined, ten, today);
    await store.replace(await store.load(), without(ten, 'u00001'), today);
    expect((await redis.keys('*')).toSorted()).toEqual([
      'test:{b}:roster',
      'test:{b}:roster:left',
      'test:{b}:roster:version',
    ]);
  });

  it('counts its versions', async () => {
    await store.replace(undefined, ten, today);
    await store.replace(await store.load(), without(ten, 'u00001'), today);
    expect(await store.load()).toEqual({ version: 2, lists: without(ten, 'u00001') });
    expect(await store.version()).toBe(2);
  });

  it('is replaced by only one of two imports that began with the same roster', async () => {
    await store.replace(undefined, ten, today);
    const previous = await store.load();
    const outcomes = await Promise.all(
      ['u00001', 'u00002'].map((userid) => store.replace(previous, without(ten, userid), today)),
    );
    expect(outcomes.toSorted()).toEqual(['overtaken', 'replaced']);

    const winner = outcomes[0] === 'replaced' ? 'u00001' : 'u00002';
    expect(await store.load()).toEqual({ version: 2, lists: without(ten, winner) });
    expect((await store.left()).map(({ userid }) => userid)).toEqual([winner]);
  });

  it('is not overwritten by a first import that was overtaken', async () => {
    await store.replace(undefined, ten, today);
    expect(await store.replace(undefined, generateRoster(2, 2), today)).toBe('overtaken');
    expect(await store.load()).toEqual({ version: 1, lists: ten });
  });

  it('is never seen half replaced by readers', async () => {
    await store.replace(undefined, generateRoster(1, 300), today);
    let replacing = true;
    const writing = (async () => {
      for (let size = 301; size <= 320; size += 1) {
        await store.replace(await store.load(), generateRoster(size - 299, size), today);
      }
      replacing = false;
    })();
    while (replacing) {
      const stored = await store.load();
      expect(stored?.lists.people).toHaveLength(299 + (stored?.version ?? 0));
      expect(stored?.lists.organisations).toHaveLength(stored?.version ?? 0);
    }
    await writing;
  });

  it.each([
    'not JSON',
    '{"version":1}',
    '{"version":1,"lists":{"organisations":[],"people":[{"userid":"x"}]}}',
  ])('that was damaged is a fault, which tells nothing of its content: %s', async (stored) => {
    await redis.set(keys('roster'), stored);
    const error: unknown = await store.load().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).message).toContain('test:{b}:roster');
    expect(String((error as Fault).cause)).not.toContain('userid');
  });
});

describe('people who left the roster', () => {
  it('are kept with their organisation and the day', async () => {
    await store.replace(undefined, ten, today);
    await store.replace(await store.load(), without(ten, 'u00003'), later);
    const person = ten.people.find(({ userid }) => userid === 'u00003');
    const home = ten.organisations.find(({ code }) => code === person?.organisation);
    expect(await store.left()).toEqual([
      { userid: 'u00003', name: person?.name, organisation: home?.name, leftOn: '2026-12-01' },
    ]);
  });

  it('are no longer kept when they come back, even in other letters', async () => {
    await store.replace(undefined, ten, today);
    await store.replace(await store.load(), without(ten, 'u00003', 'u00004'), today);
    const back = ten.people.filter(({ userid }) => userid === 'u00003');
    const people = [
      ...without(ten, 'u00003', 'u00004').people,
      ...back.map((one) => ({ ...one, userid: 'U00003' })),
    ];
    await store.replace(await store.load(), { organisations: ten.organisations, people }, later);
    expect((await store.left()).map(({ userid }) => userid)).toEqual(['u00004']);
  });

  it('are not those whose account is only spelled anew', async () => {
    await store.replace(undefined, ten, today);
    const people = ten.people.map((person) => ({ ...person, userid: person.userid.toUpperCase() }));
    await store.replace(await store.load(), { organisations: ten.organisations, people }, today);
    expect(await store.left()).toEqual([]);
  });

  it('are forgotten from the given day on', async () => {
    await store.replace(undefined, ten, today);
    await store.replace(await store.load(), without(ten, 'u00001'), today);
    await store.replace(await store.load(), without(ten, 'u00001', 'u00002'), later);
    expect(await store.purgeLeft(today)).toBe(0);
    expect(await store.purgeLeft(later)).toBe(1);
    expect((await store.left()).map(({ userid }) => userid)).toEqual(['u00002']);
    expect(await store.purgeLeft(later)).toBe(0);
  });

  it('can be thousands at once', async () => {
    const many = generateRoster(132, 10_000);
    const [first] = many.people;
    if (!first) throw new Error('nobody was generated');
    await store.replace(undefined, many, today);
    await store.replace(await store.load(), { organisations: many.organisations, people: [first] }, today);
    expect(await store.left()).toHaveLength(9_999);
    await store.replace(await store.load(), many, today);
    expect(await store.left()).toEqual([]);
  });
});
