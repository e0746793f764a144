import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLibrary } from '../../src/library/load-library.ts';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { startPrivateRedis } from '../../src/redis/private-server.ts';
import type { Section } from './section.ts';
import { tableText } from './table.ts';
import { habitsOn, type Habit } from './year-of-use.ts';

/** What a year of daily use leaves in Redis, per person: exact, however busy the machine is. */
export async function measureMemory(userids: readonly string[]): Promise<Section> {
  const directory = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  const server = await startPrivateRedis(directory);
  const redis = await connectRedis(server.url, { pipelining: 'automatic' });
  const people = userids.slice(0, sample);
  const { library } = await loadLibrary('content');
  try {
    const sizes: (readonly [Habit, YearOfBytes])[] = [];
    for (const habit of habitsOn(redis, createKeys('zb'), library.hours)) {
      sizes.push([habit, await yearOf(habit, redis, people)]);
    }
    return section(sizes);
  } finally {
    await closeRedis(redis);
    await server.stop();
    await rm(directory, { recursive: true });
  }
}

/** So many that hashes with an entry for everybody are as sparse as with 10,000. */
const sample = 2000;

interface YearOfBytes {
  /** A person's bytes after half of the year and after all of it. */
  readonly half: number;
  readonly whole: number;
}

async function yearOf(habit: Habit, redis: RedisClient, people: readonly string[]): Promise<YearOfBytes> {
  const before = await usedBytes(redis);
  const write = async (from: number, until: number): Promise<number> => {
    for (let nth = from; nth < until; nth += 1) await habit.write(nth, people);
    return ((await usedBytes(redis)) - before) / people.length;
  };
  const half = await write(0, habit.perYear / 2);
  return { half, whole: await write(habit.perYear / 2, habit.perYear) };
}

async function usedBytes(redis: RedisClient): Promise<number> {
  const info = await redis.info('memory');
  return Number(/^used_memory_dataset:(\d+)/mu.exec(info)?.[1]);
}

function section(sizes: readonly (readonly [Habit, YearOfBytes])[]): Section {
  const rows = sizes.map(([{ name, perYear }, { half, whole }]) => [
    `${perYear} ${name}`,
    half.toFixed(0),
    whole.toFixed(0),
    (whole / half).toFixed(2),
  ]);
  const aimed = sizes.filter(([{ name }]) => !name.includes('not in the aim'));
  const sum = (of: keyof YearOfBytes): number => aimed.reduce((bytes, [, year]) => bytes + year[of], 0);
  const whole = sum('whole');
  const growth = whole / sum('half');
  return {
    title: `Redis bytes per person, ${sample} people`,
    table: tableText(['a year of', 'half a year', 'a year', 'growth'], rows),
    aims: [
      {
        what: 'Redis bytes per person and year of daily use, times included',
        measured: whole.toFixed(0),
        aim: '≤ 7,168',
        isReached: whole <= 7168,
      },
      {
        what: 'Redis bytes, a year ÷ half a year: growth is linear',
        measured: growth.toFixed(2),
        aim: '≤ 2.1',
        isReached: growth <= 2.1,
      },
    ],
  };
}
