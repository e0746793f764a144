import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';
import { end, everybodyTaking, openPapers, type PapersWorld } from './papers-world.ts';

let redis: TestRedis;
let world: PapersWorld;

beforeEach(async () => {
  redis = await testRedis();
  world = openPapers(redis.client, redis.prefix);
  await everybodyTaking(world);
});

afterEach(() => redis.close());

describe('handing in by the clock', () => {
  it('waits for the last instant', async () => {
    await world.paperRounds.handIn(end - 1);
    expect(await openTries()).toBe(60);
    await world.paperRounds.handIn(end);
    await expectEverybodyOnce();
  });

  it('happens once although five replicas do it at the same time, again and again', async () => {
    const replicas = Array.from({ length: 5 }, () => openPapers(redis.client, redis.prefix));
    await Promise.all(replicas.map(({ paperRounds }) => paperRounds.handIn(end)));
    await Promise.all(replicas.map(({ paperRounds }) => paperRounds.handIn(end + 60_000)));
    await expectEverybodyOnce();
  });

  it.each([
    [1, 'before'],
    [1, 'during'],
    [1, 'after'],
    [17, 'during'],
    [17, 'after'],
    [60, 'after'],
  ])('happens once although the process is killed %s. commit, %s it', async (nth, moment) => {
    expect(await killed(nth, moment)).toBe('SIGKILL');
    expect(await openTries()).toBeLessThanOrEqual(60 - (moment === 'after' ? 1 : 0));
    await world.paperRounds.handIn(end + 60_000);
    await expectEverybodyOnce();
  });

  it('leaves whoever is not on the roster any more without a message, and hands in all the same', async () => {
    const attempt = { try: 1, deadline: end, place: 1, answers: ['A', '', '', '', ''] };
    const work = createUnitOfWork();
    world.sheets.keep(work, await world.sheets.sheet(1, 'gone.person'), attempt);
    await world.commit(work);
    await world.paperRounds.handIn(end);
    expect((await world.sheets.sheet(1, 'gone.person')).results).toMatchObject([{ right: 1, by: 'clock' }]);
    expect((await world.told()).join('\n')).not.toContain('gone.person');
  });

  it('forgets a damaged try instead of stumbling over it every minute', async () => {
    const key = `${redis.prefix}:{b}:paper:1:of:u00001`;
    await redis.client.hset(key, 'open', 'damaged');
    await world.paperRounds.handIn(end);
    expect(await redis.client.hexists(key, 'open')).toBe(0);
    expect(await world.sheets.overdue(end)).toEqual([]);
  });
});

async function openTries(): Promise<number> {
  const sheets = await world.sheets.sheets(1, world.userids);
  return sheets.filter(({ attempt }) => attempt !== undefined).length;
}

/** Everybody has one result with the answers they had given, and was told of it at most once. */
async function expectEverybodyOnce(): Promise<void> {
  for (const { attempt, results } of await world.sheets.sheets(1, world.userids)) {
    expect(attempt).toBeUndefined();
    expect(results).toMatchObject([{ try: 1, by: 'clock', right: 1, handedInAt: end }]);
    expect(results[0]?.items?.map(({ answer }) => answer)).toEqual(['A', 'B', '', '', '']);
  }
  expect(await world.sheets.overdue(end + 60_000)).toEqual([]);
  expect(await world.answersCounted()).toBe(2 * world.userids.length);
  const told = await world.told();
  expect(new Set(told).size).toBe(told.length);
  expect(told.length).toBeGreaterThan(40); // all but those with 免提醒 or 离退
}

async function killed(nth: number, moment: string): Promise<NodeJS.Signals | null> {
  const program = fileURLToPath(new URL('papers-hand-in-process.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, redis.url, redis.prefix, String(nth), moment],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}
