import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBeginCase } from '../../src/flows/beginning.ts';
import { createCaseRecords, type CaseRecords } from '../../src/flows/case-records.ts';
import { createCaseStore, type CaseStore, type StoredCase } from '../../src/flows/case-store.ts';
import type { Case, CaseEntry, CaseStart } from '../../src/flows/case.ts';
import type { ClosedCase, OpenCase } from '../../src/flows/case-index.ts';
import type { Flow } from '../../src/library/flow.ts';
import { nameForm } from '../../src/library/flow-values.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { commit } from '../../src/redis/commit.ts';
import { closeRedis, connectRedis } from '../../src/redis/connect.ts';
import { createKeys, type Keys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { createRoster } from '../../src/roster/roster-view.ts';
import { addDays, localDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';
import { generateRoster } from '../support/generate-roster.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';
import { storedLines } from '../support/replica-stored.ts';
import { tapRedis } from '../support/replica-tap.ts';

const { library } = await loadLibrary('content');
const [task, development] = ['task', 'development'].map((id) => {
  const flow = library.flows.find((one) => one.id === id);
  if (flow === undefined) throw new Error(`no flow ${id}`);
  return flow;
}) as [Flow, Flow];

let redis: TestRedis;
let keys: Keys;
/** What two replicas see of the same cases. */
let store: CaseStore;
let other: CaseStore;

beforeEach(async () => {
  redis = await testRedis();
  keys = createKeys(redis.prefix);
  store = createCaseStore(redis.client, keys);
  other = createCaseStore(redis.client, keys);
});

afterEach(() => redis.close());

const today = localDate(2026, 11, 20);
const at = { date: today, minute: 541 };

const start: CaseStart = {
  at,
  by: 'chen.zhigang',
  from: 'A1',
  organisation: 'A1',
  subject: 'Zhang.San',
  values: { 期限: '2026-12-01', 内容: '写出支部学习小结' },
  origin: '会议 7 的纪要',
};
const open: OpenCase = {
  state: 'open',
  flow: 'task',
  begunOn: today,
  nextOn: localDate(2026, 11, 28),
  entries: 0,
  from: 'A1',
  places: ['u:zhang.san'],
};
const closed: ClosedCase = {
  state: 'closed',
  flow: 'task',
  begunOn: today,
  closedOn: today,
  keepMonths: 24,
  from: 'A1',
  how: '核验',
};
const verifying: OpenCase = {
  ...open,
  nextOn: localDate(2026, 11, 26),
  entries: 1,
  places: ['o:A1', 'u:he.yuqing'],
};
const handedIn: CaseEntry = { at, by: 'Zhang.San', action: '办结', values: { 说明: '写好了' } };
const verified: CaseEntry = { at, by: 'chen.zhigang', action: '核验', values: {} };

const write = (state: (work: StatedWork) => unknown): Promise<number | undefined> => {
  const work = createUnitOfWork();
  state(work);
  return commit(redis.client, work);
};

const numbered = (number: number, flow = task, begun = start): Case => ({
  number,
  flow,
  start: begun,
  entries: [],
});

const begin = (number: number, row = open, begun = numbered(number)): Promise<number | undefined> =>
  write((work) => store.add(work, { begun, row, isFirst: true }));

async function stored(number: number, by = store): Promise<StoredCase> {
  const found = await by.find(number);
  if (found === undefined) throw new Error(`case ${number} is not there`);
  return found;
}

/** Does something with a case, which stays where it is. */
function appended(before: StoredCase, entry: CaseEntry): Promise<number | undefined> {
  const row = { ...open, entries: before.found.entries.length + 1 };
  return write((work) => store.append(work, before, entry, row));
}

describe('a case', () => {
  it('is read back as it was begun, with the flow it began with', async () => {
    await begin(1);
    expect(await stored(1)).toMatchObject({ found: numbered(1), row: open });
    expect(await store.latest()).toBe(1);
    expect(await store.find(2)).toBeUndefined();
  });

  it('keeps everything that was done, in order, whatever was typed', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    // What a flow file may call a field, so not `__proto__`; but what every object has, it may.
    const label = fc.oneof(
      fc.stringMatching(nameForm, { maxLength: 12 }),
      fc.constantFrom('constructor', 'toString', 'valueOf', '0'),
    );
    const entries = fc.record({
      at: fc.record({
        date: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(localDate(2020, 1, 1), days)),
        minute: fc.integer({ min: 0, max: 1439 }),
      }),
      by: fc.constantFrom('zhang.san', '', '-'),
      action: text,
      organisation: fc.constantFrom('A1', 'A2'),
      values: fc.dictionary(label, text, { maxKeys: 3, noNullPrototype: true }),
    });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(entries, { maxLength: 4 }), async (done) => {
        number += 1;
        await begin(number);
        for (const [index, { organisation, ...entry }] of done.entries()) {
          const whole = index % 2 === 0 ? entry : { ...entry, organisation };
          const before = await stored(number);
          expect(await appended(before, whole)).toBeUndefined();
          expect((await stored(number)).found.entries).toEqual([...before.found.entries, whole]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('never shares its number with another that is begun at the same time', async () => {
    const both = await Promise.all([begin(1), begin(1, open, numbered(1, development))]);
    expect(both.filter((failed) => failed === undefined)).toHaveLength(1);
    expect(await store.latest()).toBe(1);
    // Minutes give out several at once.
    const three = await write((work) => {
      for (const number of [2, 3, 4])
        store.add(work, { begun: numbered(number), row: open, isFirst: number === 2 });
    });
    expect(three).toBeUndefined();
    expect(await store.waitingAt(['u:zhang.san'])).toEqual([1, 2, 3, 4]);
  });

  it('is decided anew when another is begun while those are counted that there may be in a year', async () => {
    const roster = createRoster(generateRoster(2, 2), { version: 1, committeeUserids: [] });
    const member = roster.find('u00001');
    if (member === undefined) throw new Error('the roster is empty');
    const work = createUnitOfWork();
    const beginCase = createBeginCase({
      store,
      calendar: createWorkCalendar([]),
      telling: { waiting: () => Promise.resolve({ people: [], later: 0 }) },
      refuseBeyondLimit: async () => void (await begin(1)),
    });
    await beginCase(
      { identity: 'x', member, roster, at: 0, today, minute: 541, desk: {}, work },
      task,
      start,
    );
    expect(await commit(redis.client, work)).toBeDefined();
    expect(await store.latest()).toBe(1);
  });

  it('stays in its version when the flow changes', async () => {
    await begin(1);
    await begin(2, open, numbered(2, { ...task, summary: '改过的说明' }));
    expect((await stored(1, other)).found.flow).toEqual(task);
    expect((await stored(2, other)).found.flow.summary).toBe('改过的说明');
  });
});

describe('of two who act on a case at once', () => {
  it('one does it; the other has changed nothing and is told so', async () => {
    await begin(1);
    const [mine, theirs] = [await stored(1), await stored(1, other)];
    const both = await Promise.all([
      write((work) => store.append(work, mine, handedIn, verifying)),
      write((work) => other.append(work, theirs, verified, closed)),
    ]);
    expect(both.filter((failed) => failed === undefined)).toHaveLength(1);
    const { found, row } = await stored(1);
    expect(found.entries).toEqual(both[0] === undefined ? [handedIn] : [verified]);
    expect(row).toEqual(both[0] === undefined ? verifying : undefined);
    expect([...(await store.allOpen()).keys(), ...(await store.allClosed()).keys()]).toEqual([1]);
  });

  it('also when one of them is the daily round', async () => {
    await begin(1);
    const [mine, theirs] = [await stored(1), await stored(1, other)];
    expect(await write((work) => store.append(work, mine, handedIn, verifying))).toBeUndefined();
    expect(await write((work) => other.move(work, theirs, { ...open, places: ['o:A2'] }))).toBeDefined();
    expect((await stored(1)).row).toEqual(verifying);
    expect(await store.waitingAt(['o:A2'])).toEqual([]);

    const before = await stored(1);
    expect(
      await write((work) => other.move(work, before, { ...verifying, places: ['o:A2'] })),
    ).toBeUndefined();
    expect(await write((work) => store.append(work, before, verified, closed))).toBeDefined();
    expect((await stored(1)).found.entries).toEqual([handedIn]);
  });

  it('and what is done is never overwritten, not even by somebody who read it long ago', async () => {
    await begin(1);
    const old = await stored(1);
    await write((work) => store.append(work, old, handedIn, verifying));
    const all = await storedLines(redis.client, redis.prefix);
    expect(await write((work) => store.append(work, old, verified, closed))).toBeDefined();
    expect(await storedLines(redis.client, redis.prefix)).toEqual(all);
  });
});

describe('the lists', () => {
  it('follow a case from place to place until it is closed', async () => {
    await begin(1);
    await begin(2, { ...open, from: 'A2' });
    expect(await store.waitingAt(['u:zhang.san', 'o:A1'])).toEqual([1, 2]);
    expect(await store.begunFor('A1')).toEqual([1]);

    await write(async (work) =>
      store.append(work, { found: numbered(1), version: '', row: open }, handedIn, verifying),
    );
    expect(await store.waitingAt(['u:zhang.san'])).toEqual([2]);
    expect(await store.waitingAt(['o:A1', 'u:he.yuqing'])).toEqual([1]);
    expect(await store.allOpen()).toEqual(
      new Map([
        [1, verifying],
        [2, { ...open, from: 'A2' }],
      ]),
    );

    const before = await stored(1);
    await write((work) => store.append(work, before, verified, closed));
    expect(await store.waitingAt(['o:A1', 'u:he.yuqing'])).toEqual([]);
    expect(await store.begunFor('A1')).toEqual([]);
    expect(await store.allClosed()).toEqual(new Map([[1, closed]]));
    // Whoever had a part in it can still look at it.
    expect(await store.ofPerson('ZHANG.san')).toEqual([1, 2]);
    expect((await store.findOpen([1, 2, 3])).map(({ found }) => found.number)).toEqual([2]);
    expect((await store.findEach([1, 2, 3])).map(({ found }) => found.number)).toEqual([1, 2]);
  });

  it('of 2,000 open cases beside 2,000 closed ones are read in a few trips', async () => {
    const numbers = Array.from({ length: 4000 }, (_, index) => index + 1);
    await write((work) => {
      for (const number of numbers)
        store.add(work, { begun: numbered(number), row: open, isFirst: number === 1 });
    });
    await write((work) => {
      for (const number of numbers.filter((one) => one % 2 === 0)) {
        store.append(work, { found: numbered(number), version: '', row: open }, verified, closed);
      }
    });
    const tap = await tapRedis(redis.url);
    const connection = await connectRedis(tap.url, { pipelining: 'automatic' });
    const fresh = createCaseStore(connection, keys);
    tap.cutAfter(Infinity, () => {});
    const found = await fresh.findOpen(await fresh.ofPerson('chen.zhigang'));
    expect(found).toHaveLength(2000);
    // Which there are, which of them are open, those, and their flow; what is long arrives in pieces.
    expect(tap.requests()).toBeLessThan(12);
    await closeRedis(connection);
    await tap.close();
  });
});

describe('what is stored', () => {
  it('of a closed case with 25 steps is less than two kilobytes', async () => {
    await begin(1, open, numbered(1, development, { ...start, values: {}, origin: '' }));
    const steps = development.steps.filter(({ aside }) => !aside);
    for (const { actions } of steps) {
      const [action] = actions;
      const values = Object.fromEntries((action?.records ?? []).map((label) => [label, '2026-11-18']));
      await appended(await stored(1), { at, by: 'chen.zhigang', action: action?.label ?? '', values });
    }
    expect((await stored(1)).found.entries).toHaveLength(25);
    const bytes = await redis.client.call('MEMORY', 'USAGE', keys('case', 1), 'SAMPLES', '0');
    expect(Number(bytes)).toBeLessThan(2048);
  });

  it('of somebody who is forgotten is what was done, not by whom', async () => {
    await begin(1);
    const before = await stored(1);
    await write((work) => store.append(work, before, handedIn, verifying));
    await forget('Zhang.San');
    const { found } = await stored(1);
    expect(found.start).toMatchObject({ by: 'chen.zhigang', values: start.values });
    expect(found.start.subject).toBeUndefined();
    expect(found.entries).toEqual([{ ...handedIn, by: '-' }]);
    expect((await storedLines(redis.client, redis.prefix)).join('\n')).not.toMatch(/zhang\.san/iu);
    // The case goes on.
    expect(
      await write((work) => store.append(work, { found, version: '', row: verifying }, verified, closed)),
    ).toBeUndefined();
  });

  it('of somebody who is forgotten stays as it is when somebody acts at the same moment, until it is tried again', async () => {
    await begin(1);
    const work = createUnitOfWork();
    await records().forget(work, 'Zhang.San');
    await appended(await stored(1), verified);
    expect(await commit(redis.client, work)).toBeDefined();
    await forget('Zhang.San');
    expect((await stored(1)).found.entries).toEqual([verified]);
    expect((await storedLines(redis.client, redis.prefix)).join('\n')).not.toMatch(/Zhang\.San/u);
  });

  it('of a case about somebody who is forgotten is nothing', async () => {
    await begin(1, open, numbered(1, development));
    await begin(2);
    await forget('Zhang.San');
    expect(await store.find(1)).toBeUndefined();
    expect(await store.find(2)).toBeDefined();
    expect([...(await store.allOpen()).keys()]).toEqual([2]);
    expect(await store.ofPerson('chen.zhigang')).toEqual([2]);
    expect(await store.latest()).toBe(2);
  });

  it('goes when it was kept for its months, to the day, and leaves only its number', async () => {
    await begin(1);
    const before = await stored(1);
    await write((work) => store.append(work, before, verified, closed));
    await records().clear(localDate(2028, 11, 20));
    expect(await store.find(1)).toBeDefined();
    await records().clear(localDate(2028, 11, 21));
    await records().clear(localDate(2028, 11, 21));
    const left = await storedLines(redis.client, redis.prefix);
    expect(left.map((line) => line.slice(redis.prefix.length + 5).split(' ')[0])).toEqual([
      'cases',
      expect.stringMatching(/^flow:/u),
    ]);
  });

  async function forget(userid: string): Promise<void> {
    const work = createUnitOfWork();
    await records().forget(work, userid);
    expect(await commit(redis.client, work)).toBeUndefined();
  }

  function records(): CaseRecords {
    return createCaseRecords({ store, commit: (work) => commit(redis.client, work) });
  }
});

describe('a damaged case', () => {
  it.each([
    ['its beginning', 0, 'not JSON'],
    ['one of its entries', 1, '["ht9y7","chen.zhigang"]'],
    ['the day of an entry', 1, '["tomorrow","chen.zhigang","核验"]'],
  ])('in %s counts as not there, and stops no other', async (_what, place, text) => {
    await begin(1);
    await begin(2);
    await appended(await stored(1), handedIn);
    await redis.client.lset(keys('case', 1), place, text);
    expect(await store.find(1)).toBeUndefined();
    expect((await store.findOpen([1, 2])).map(({ found }) => found.number)).toEqual([2]);
  });

  it('in its row, or without its flow, stops no other either', async () => {
    await begin(1);
    await begin(2, open, numbered(2, development));
    await redis.client.hset(keys('cases', 'open'), '1', '["task"]');
    expect([...(await store.allOpen()).keys()]).toEqual([2]);
    const { version } = await stored(2);
    await redis.client.set(keys('flow', version), '{"id":"development"}');
    const fresh = createCaseStore(redis.client, keys);
    expect(await fresh.find(2)).toBeUndefined();
    expect(await fresh.findEach([1, 2])).toHaveLength(1);
  });
});
