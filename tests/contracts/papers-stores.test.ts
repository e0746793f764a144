import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';
import { end, openPapers, paper, type PapersWorld } from './papers-world.ts';

let redis: TestRedis;
let world: PapersWorld;

beforeEach(async () => {
  redis = await testRedis();
  world = openPapers(redis.client, redis.prefix);
});

afterEach(() => redis.close());

const attempt = { try: 1, deadline: end, place: 1, answers: ['', '', '', '', ''] };
const result = { try: 1, handedInAt: end, by: 'person', right: 3 } as const;

describe('papers', () => {
  it('are read back as they were published, also by a replica that did not publish them', async () => {
    const whole = { ...paper, tries: 2, minutes: 30, named: true };
    await write((work) => world.store.add(work, whole));
    expect(await openPapers(redis.client, redis.prefix).store.find(1)).toEqual(whole);
    expect(await world.store.find(2)).toBeUndefined();
    expect(await world.store.latest()).toBe(1);
  });

  it('never share a number, however many are published at once', async () => {
    const all = await Promise.all(
      ['甲', '乙', '丙'].map((name) => write((work) => world.store.add(work, { ...paper, name }))),
    );
    expect(all.filter((failed) => failed === undefined)).toHaveLength(1);
    expect(await world.store.latest()).toBe(1);
  });

  it('are announced once', async () => {
    await write((work) =>
      world.diary.open(work, 1, { announceAt: 1000, openUntil: 5000, answersUntil: 9000 }),
    );
    expect(await world.diary.toAnnounce(999)).toEqual([]);
    expect(await world.diary.toAnnounce(1000)).toEqual([1]);
    const today = localDate(2026, 12, 1);
    expect(await write((work) => world.diary.noteAnnounced(work, 1, today))).toBeUndefined();
    expect(await write((work) => world.diary.noteAnnounced(work, 1, today))).toBe(0);
    expect(await world.diary.toAnnounce(1000)).toEqual([]);
    expect(await world.diary.stillOpen(4999)).toEqual([1]);
    expect(await world.diary.stillOpen(5000)).toEqual([]);
    await world.diary.noteCleared(8999);
    expect(await world.diary.withAnswers()).toEqual([1]);
    await world.diary.noteCleared(9000);
    expect(await world.diary.withAnswers()).toEqual([]);
  });
});

describe('a sheet', () => {
  it('is empty before anything is written on it', async () => {
    expect(await world.sheets.sheet(1, 'lin')).toEqual({ number: 1, userid: 'lin', results: [], stored: {} });
  });

  it('is begun once, whatever the case of the account', async () => {
    const before = await world.sheets.sheet(1, 'Lin');
    expect(await write((work) => world.sheets.keep(work, before, attempt))).toBeUndefined();
    expect(await write((work) => world.sheets.keep(work, before, attempt))).toBe(0);
    expect((await world.sheets.sheet(1, 'lin')).attempt).toEqual(attempt);
  });

  it('takes no answer that was decided on an older state of it', async () => {
    await write(async (work) => world.sheets.keep(work, await world.sheets.sheet(1, 'lin'), attempt));
    const seen = await world.sheets.sheet(1, 'lin');
    const answered = (letter: string) => ({ ...attempt, answers: [letter, '', '', '', ''] });
    expect(await write((work) => world.sheets.keep(work, seen, answered('A')))).toBeUndefined();
    expect(await write((work) => world.sheets.keep(work, seen, answered('B')))).toBe(0);
    expect(await write((work) => world.sheets.close(work, seen, result))).toBe(0);
    const now = await world.sheets.sheet(1, 'lin');
    expect(now.attempt?.answers[0]).toBe('A');
    expect(await write((work) => world.sheets.close(work, now, result))).toBeUndefined();
    expect(await write((work) => world.sheets.close(work, now, result))).toBe(0);
    expect(await world.sheets.sheet(1, 'lin')).toMatchObject({ results: [result] });
  });

  it('is overdue from its deadline until it is closed', async () => {
    await write(async (work) => world.sheets.keep(work, await world.sheets.sheet(12, 'Lin.A'), attempt));
    expect(await world.sheets.overdue(end - 1)).toEqual([]);
    expect(await world.sheets.overdue(end)).toEqual([{ number: 12, userid: 'lin.a' }]);
    await write(async (work) => world.sheets.close(work, await world.sheets.sheet(12, 'lin.a'), undefined));
    expect(await world.sheets.overdue(end)).toEqual([]);
    expect(await redis.client.exists(`${redis.prefix}:{b}:paper:12:of:lin.a`)).toBe(0);
  });

  it('keeps tries in their order, and what is damaged from harming the rest', async () => {
    const key = `${redis.prefix}:{b}:paper:1:of:lin`;
    await redis.client.hset(key, {
      10: '5 1 p',
      2: '5 3 c',
      3: 'damaged',
      makeup: '2026-12-15 出差',
      open: '?',
    });
    const sheet = await world.sheets.sheet(1, 'lin');
    expect(sheet.results.map((one) => one.try)).toEqual([2, 10]);
    expect(sheet.makeUp).toEqual({ until: '2026-12-15', reason: '出差' });
    expect(sheet.attempt).toBeUndefined();
  });

  it('is forgotten with everything that points to it', async () => {
    await write(async (work) => world.sheets.keep(work, await world.sheets.sheet(1, 'lin'), attempt));
    await write((work) => world.sheets.forget(work, 'LIN', [1, 2]));
    expect(await world.sheets.overdue(end)).toEqual([]);
    expect(await redis.client.keys(`${redis.prefix}:*of:lin`)).toEqual([]);
  });

  it('costs about three hundred bytes of Redis for twenty questions', async () => {
    const items = Array.from({ length: 20 }, (_, index) => ({
      mark: index < 15 ? ('right' as const) : ('wrong' as const),
      answer: index % 5 === 0 ? 'ACD' : 'B',
    }));
    await write(async (work) =>
      world.sheets.close(work, await world.sheets.sheet(1, 'lin.xiaotang'), { ...result, items }),
    );
    const key = `${redis.prefix}:{b}:paper:1:of:lin.xiaotang`;
    expect(await redis.client.memory('USAGE', key)).toBeLessThan(330);
  });
});

async function write(state: (work: StatedWork) => void | Promise<void>): Promise<number | undefined> {
  const work = createUnitOfWork();
  await state(work);
  return world.commit(work);
}
