import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createSlotMarks, type Claim, type SlotMarks } from '../../src/schedule/slot-marks.ts';
import { eventually } from '../support/eventually.ts';
import { testRedis, uniquePrefix, type TestRedis } from '../support/redis.ts';

const minute = 60_000;
const eight = Date.parse('2026-11-20T08:00:00+08:00');
const job = 'daily-push';

let redis: TestRedis;
let prefix: string;
let marks: SlotMarks;

beforeAll(async () => {
  redis = await testRedis();
});

beforeEach(() => {
  prefix = uniquePrefix();
  marks = marksOf();
});

afterAll(() => redis.close());

/** Another replica's view of the same marks. */
function marksOf(lease?: number): SlotMarks {
  return createSlotMarks(redis.client, createKeys(prefix), lease);
}

function stored(): Promise<Record<string, string>> {
  return redis.client.hgetall(createKeys(prefix)('schedule'));
}

async function claimed(by: SlotMarks, at: number): Promise<Claim> {
  const claim = await by.claim(job, at);
  if (claim === undefined) throw new Error('the slot is taken');
  return claim;
}

/** The newest handled slot of the job. */
async function last(now = eight + 60 * minute): Promise<number | undefined> {
  return (await marks.last([job], now)).get(job);
}

describe('the last slot of a job', () => {
  it('is now for a job that nobody has seen before, and stays that', async () => {
    expect(await last(eight)).toBe(eight);
    expect(await last(eight + minute)).toBe(eight);
    expect(await last(eight - minute)).toBe(eight);
  });

  it('is told for each job by its name', async () => {
    await marks.last(['retention'], eight);

    expect(await marks.last([job, 'retention'], eight + minute)).toEqual(
      new Map([
        [job, eight + minute],
        ['retention', eight],
      ]),
    );
    expect(await marks.last([], eight)).toEqual(new Map());
  });

  it('is the slot that was done, and never an earlier one again', async () => {
    await last(eight - 60 * minute);
    const early = await claimed(marksOf(0), eight);
    const late = await claimed(marks, eight + minute);
    await late.done();
    expect(await last()).toBe(eight + minute);

    await early.done();
    expect(await last()).toBe(eight + minute);
  });

  it('is unchanged by a slot that was given back', async () => {
    await last(eight - minute);
    const claim = await claimed(marks, eight);
    await claim.release();

    expect(await last()).toBe(eight - minute);
  });

  it('is a fault that names the key when somebody has written nonsense', async () => {
    await redis.client.hset(createKeys(prefix)('schedule'), job, 'soon');

    await expect(last()).rejects.toThrow(Fault);
    await expect(last()).rejects.toThrow(`delete the field ${job} of the Redis hash ${prefix}:{b}:schedule`);
  });
});

describe('a slot', () => {
  it('is taken by one of a hundred that want it at once', async () => {
    const claims = await Promise.all(Array.from({ length: 100 }, () => marksOf().claim(job, eight)));

    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  it('is not taken when it was done, nor is an earlier one', async () => {
    const claim = await claimed(marks, eight);
    await claim.done();

    expect(await marksOf().claim(job, eight)).toBeUndefined();
    expect(await marksOf().claim(job, eight - minute)).toBeUndefined();
    expect(await marksOf().claim(job, eight + minute)).toBeDefined();
  });

  it('waits while the job is at work on another slot', async () => {
    const claim = await claimed(marks, eight);
    expect(await marksOf().claim(job, eight + minute)).toBeUndefined();
    expect(await marksOf().claim('retention', eight + minute)).toBeDefined();

    await claim.done();
    expect(await marksOf().claim(job, eight + minute)).toBeDefined();
  });

  it('can be taken again at once when it was given back', async () => {
    const claim = await claimed(marks, eight);
    await claim.release();

    expect(await marksOf().claim(job, eight)).toBeDefined();
  });

  it('can be taken over when its owner has not been heard of for the length of the lease', async () => {
    await claimed(marksOf(0), eight);

    expect(await marks.claim(job, eight)).toBeDefined();
  });

  it('stays taken after it was taken over, whatever the earlier owner does', async () => {
    const early = await claimed(marksOf(0), eight);
    await claimed(marks, eight);
    await early.release();

    expect(await marksOf().claim(job, eight)).toBeUndefined();
  });

  it('is kept for longer than the lease by an owner that is alive, and no longer once settled', async () => {
    // Renewed every third of it, so that a busy machine may be late by the rest.
    const lease = 900;
    const claim = await claimed(marksOf(lease), eight);
    const first = Number((await stored())[`${job}:until`]);
    await eventually(async () => {
      expect(Number((await stored())[`${job}:until`])).toBeGreaterThan(first + lease);
    });
    expect(await marks.claim(job, eight)).toBeUndefined();

    await claim.done();
    expect(await stored()).toEqual({ [job]: String(eight) });
  });
});

describe('what is kept', () => {
  it('is one hash that does not grow with the slots and never expires', async () => {
    for (let at = eight; at < eight + 50 * minute; at += minute) await (await claimed(marks, at)).done();

    expect(await redis.client.keys(`${prefix}:*`)).toEqual([`${prefix}:{b}:schedule`]);
    expect(await stored()).toEqual({ [job]: String(eight + 49 * minute) });
    expect(await redis.client.ttl(`${prefix}:{b}:schedule`)).toBe(-1);
  });
});
