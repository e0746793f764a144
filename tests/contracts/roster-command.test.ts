import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { startPrivateRedis, type PrivateRedis } from '../../src/redis/private-server.ts';
import { readRosterFile } from '../../src/roster/read-roster-file.ts';
import { runRosterCommand } from '../../src/roster/roster-command.ts';
import { rosterRequest, type RosterRequest } from '../../src/roster/roster-request.ts';
import { createRosterStore, type RosterStore } from '../../src/roster/roster-store.ts';
import { writeRoster } from '../../src/roster/write-roster.ts';
import { demoCityDirectory } from '../../src/simulator/demo-city/demo-city.ts';
import { localDate } from '../../src/time/local-date.ts';
import { generateRoster } from '../support/generate-roster.ts';

const today = localDate(2026, 11, 20);

let directory: string;
let server: PrivateRedis;
let redis: RedisClient;
let store: RosterStore;
let fresh = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'roster-command-'));
  server = await startPrivateRedis(join(directory, 'redis'));
  redis = await connectRedis(server.url);
  store = createRosterStore(redis, createKeys('zb'));
});
afterAll(async () => {
  await closeRedis(redis);
  await server.stop();
  await rm(directory, { recursive: true });
});
beforeEach(async () => {
  await redis.flushall();
});

async function run(...words: string[]) {
  const lines: string[] = [];
  const parts = { store, today, committeeUserids: [], print: (line: string) => void lines.push(line) };
  const done = await runRosterCommand(understood(words), parts);
  return { done, lines };
}

function understood(words: readonly string[]): RosterRequest {
  const request = rosterRequest(words);
  if (request === undefined) throw new Error(`not understood: ${words.join(' ')}`);
  return request;
}

async function folder(organisations: string, people: string): Promise<string> {
  const path = join(directory, `${(fresh += 1)}`);
  await mkdir(path);
  await writeFile(join(path, '组织.csv'), `编号,名称,类型,上级编号\n${organisations}`);
  await writeFile(join(path, '人员.csv'), `账号,姓名,组织编号,职务,类别\n${people}`);
  return path;
}

const organisations = 'GW,机关工委,工委,\nA1,机关一支部,党支部,GW\n';
const people = 'zhao,赵明远,GW,工委,正式党员\nlin,林晓棠,A1,党员,正式党员\n';

describe('npm run roster -- import', () => {
  it('shows the difference, imports, and says what is there now', async () => {
    expect(await run('import', await folder(organisations, people))).toEqual({
      done: true,
      lines: [
        '组织 2 个：新增 2，撤销 0，改动 0',
        '人员 2 人：新增 2，离开 0，改动 0',
        '权限变化 1：',
        '  赵明远（zhao，机关工委）：新增为工委',
        '新增组织 2：',
        '  GW 机关工委（工委）',
        '  A1 机关一支部（党支部）',
        '新增人员 2：',
        '  赵明远（zhao，机关工委）',
        '  林晓棠（lin，机关一支部）',
        '已导入：2 个组织，2 人。',
      ],
    });
    expect(await store.version()).toBe(1);
  });

  it('does nothing the second time', async () => {
    const file = await folder(organisations, people);
    await run('import', file);
    expect(await run('import', file)).toEqual({ done: true, lines: ['名册没有变化。'] });
    expect(await store.version()).toBe(1);
  });

  it('replaces the lists, and keeps who left', async () => {
    await run('import', await folder(organisations, people));
    const { lines } = await run(
      'import',
      await folder(organisations, people.replace('lin,林晓棠,A1,党员', 'wu,吴刚,A1,书记')),
    );
    expect(lines).toEqual([
      '组织 2 个：新增 0，撤销 0，改动 0',
      '人员 2 人：新增 1，离开 1，改动 0',
      '权限变化 1：',
      '  吴刚（wu，机关一支部）：新增为书记',
      '新增人员 1：',
      '  吴刚（wu，机关一支部）',
      '离开人员 1：',
      '  林晓棠（lin，机关一支部）',
      '已导入：2 个组织，2 人。',
    ]);
    expect(await store.left()).toEqual([
      { userid: 'lin', name: '林晓棠', organisation: '机关一支部', leftOn: today },
    ]);
  });

  it('only shows the difference in a dry run', async () => {
    const { done, lines } = await run('import', await folder(organisations, people), '--dry-run');
    expect(done).toBe(true);
    expect(lines[1]).toBe('人员 2 人：新增 2，离开 0，改动 0');
    expect(lines.at(-1)).toBe('没有改动。');
    expect(await store.load()).toBeUndefined();
  });

  it('changes nothing when there is any error, and names every row', async () => {
    await run('import', await folder(organisations, people));
    const before = await store.load();
    const file = await folder(
      organisations,
      `${people}LIN,林小棠,A1,党员,正式党员\nzhou,周琪,B7,党员,正式党员\n`,
    );
    expect(await run('import', file)).toEqual({
      done: false,
      lines: [
        '人员 第 4 行：账号 LIN 与第 3 行重复（那里写作 lin，大小写不同也算同一个）。',
        '人员 第 5 行：组织编号 B7 不在组织表中。',
        '共 2 处错误，名册没有改动。',
      ],
    });
    expect(await store.load()).toEqual(before);
  });

  it('warns of what is merely strange, and when nobody is left who could lead', async () => {
    const file = await folder(organisations, 'lin,林晓棠,A1,小组长,正式党员\n');
    const { done, lines } = await run('import', file);
    expect(done).toBe(true);
    expect(lines.slice(0, 2)).toEqual([
      '提示：人员 第 2 行：职务是小组长，但所属组织不是党小组，所以看不到任何人。请把组织编号改为党小组的编号。',
      '提示：名册里没有职务为“工委”的人，COMMITTEE_USERIDS 也是空的，这样没有人能发通知。',
    ]);
  });

  it('shows the first lines of long lists, and all of them when asked', async () => {
    const file = join(directory, 'large.xlsx');
    await writeRoster(generateRoster(12, 300), file);
    const short = await run('import', file, '--dry-run');
    expect(short.lines).toContain('  ……还有 290 条，加上 --verbose 全部列出');
    expect((await run('import', file, '--dry-run', '--verbose')).lines.length).toBeGreaterThan(300);
  });

  it('says so when another import came first', async () => {
    const file = await folder(organisations, people);
    const overtaken: RosterStore = {
      ...store,
      replace: async (_, lists, day) => {
        await store.replace(undefined, generateRoster(3, 3), day);
        return store.replace(undefined, lists, day);
      },
    };
    const lines: string[] = [];
    const parts = {
      store: overtaken,
      today,
      committeeUserids: ['boss'],
      print: (line: string) => void lines.push(line),
    };
    expect(await runRosterCommand(understood(['import', file]), parts)).toBe(false);
    expect(lines.at(-1)).toBe('另一次导入刚刚先完成了，所以这次没有改动。请核对后再导入一次。');
    expect((await store.load())?.lists).toEqual(generateRoster(3, 3));
  });
});

describe('npm run roster -- export', () => {
  it.each(['out.xlsx', 'out'])('writes what was imported to %s', async (name) => {
    await run('import', demoCityDirectory);
    const target = join(directory, name);
    expect(await run('export', target)).toEqual({
      done: true,
      lines: [`已导出到 ${target}：10 个组织，26 人。`],
    });
    expect(await run('import', target)).toEqual({ done: true, lines: ['名册没有变化。'] });
    expect(Object.keys((await readRosterFile(target)).sheets)).toEqual(['组织', '人员']);
  });

  it('says what to do before there is a roster', async () => {
    await expect(run('export', join(directory, 'nothing.xlsx'))).rejects.toThrow('还没有名册。请先导入');
  });
});

describe('npm run roster', () => {
  it.each([
    [],
    ['import'],
    ['export'],
    ['import', 'a', 'b'],
    ['remove', 'a'],
    ['import', 'a', '--force'],
    ['export', 'a', '--dry-run'],
  ])('does not understand %j %j %j', (...words) => {
    expect(rosterRequest(words.filter((word) => word !== undefined))).toBeUndefined();
  });

  it('as a command speaks to the Redis of its environment and ends with a code', async () => {
    const good = await command(['import', demoCityDirectory], server.url);
    expect(good).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('已导入：10 个组织，26 人。\n') as string,
    });
    expect(await createRosterStore(redis, createKeys('fromenv')).version()).toBe(1);

    const bad = await command(
      ['import', await folder(organisations, 'x y,某,A1,党员,正式党员\n')],
      server.url,
    );
    expect(bad).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('共 1 处错误，名册没有改动。\n') as string,
    });
  }, 30_000);

  it('as a command says so when there is no Redis', async () => {
    const { code, stderr } = await command(['export', 'x.xlsx'], 'redis://127.0.0.1:1');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: '连不上 Redis，没有改动。请核对 REDIS_URL，并确认 Redis 正在运行。\n',
    });
  }, 30_000);
});

async function command(words: readonly string[], redisUrl: string) {
  const env = {
    ...process.env,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: 'fromenv',
    COMMITTEE_USERIDS: '',
    TIMEZONE: 'Asia/Shanghai',
  };
  const script = ['--import', 'tsx', 'src/roster/command-line.ts'];
  return promisify(execFile)(process.execPath, [...script, ...words], { env }).then(
    (output) => ({ code: 0, ...output }),
    (failure: unknown) => {
      const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
      return { code, stdout, stderr };
    },
  );
}
