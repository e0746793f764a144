import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoCityDirectory } from '../../src/simulator/demo-city/demo-city.ts';
import { demoCredentials } from '../../src/simulator/demo-credentials.ts';
import { createMovableClock } from '../../src/simulator/movable-clock.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { dedicatedRedis, uniquePrefix, type DedicatedRedis } from '../support/redis.ts';

/*
 * What operators type (contract §1), each in a process of its own, in a copy of the project that has been
 * built as in production: no `.env`, and no build of anybody else's is touched.
 */
vi.setConfig({ testTimeout: 30_000 });

interface Ran {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

type Environment = Readonly<Record<string, string>>;

const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

let project: string;
let redis: DedicatedRedis;
let simulator: Simulator;
let environment: Environment;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  for (const part of ['src', 'handlers', 'jobs', 'content', 'package.json', 'package-lock.json']) {
    await cp(part, join(project, part), { recursive: true });
  }
  await symlink(resolve('node_modules'), join(project, 'node_modules'));
  redis = await dedicatedRedis();
  simulator = createSimulator({
    ...demoCredentials,
    people: [
      { userid: 'lin.xiaotang', name: '林晓棠', organisation: '机关一支部' },
      { userid: 'wu.gang', name: '吴刚', organisation: '机关一支部第一党小组' },
    ],
    // WeCom refuses cards with buttons as long as the app has none.
    callbackUrl: 'http://127.0.0.1:9/wecom/callback',
    clock: createMovableClock(),
  });
  const { url } = await simulator.listen(0);
  environment = {
    WECOM_CORP_ID: demoCredentials.corpId,
    WECOM_AGENT_ID: String(demoCredentials.agentId),
    WECOM_SECRET: demoCredentials.secret,
    WECOM_TOKEN: demoCredentials.token,
    WECOM_ENCODING_AES_KEY: demoCredentials.encodingAesKey,
    WECOM_API_BASE: url,
    REDIS_URL: redis.url,
    REDIS_PREFIX: uniquePrefix(),
    LOG_LEVEL: 'warn',
  };
});

afterAll(async () => {
  await simulator.close();
  await redis.remove();
  await rm(project, { recursive: true });
});

describe('npm start', () => {
  it('builds, lists everything that is missing or wrong at once, and ends with 1', async () => {
    const child = start('start', [], {
      PORT: 'http',
      HOST: '999.9.9.9',
      REDIS_URL: 'mysql://x',
      CONTENT_DIR: '/nope',
      DATA_DIR: '/proc/x',
    });
    const { status, output, errors } = await outcomeOf(child);
    expect({ status, output }).toEqual({ status: 1, output: '' });
    const [heading, ...problems] = errors.trim().split('\n');
    expect(heading).toBe('没有启动，请先改好这些设置（写在环境变量或 .env 里）：');
    expect(problems.map((line) => line.split('：')[0] ?? '').toSorted()).toEqual([
      'CONTENT_DIR',
      'DATA_DIR',
      'HOST',
      'PORT',
      'REDIS_URL',
      'WECOM_AGENT_ID',
      'WECOM_CORP_ID',
      'WECOM_ENCODING_AES_KEY',
      'WECOM_SECRET',
      'WECOM_TOKEN',
    ]);
  });

  it('says in the same way that its port is taken, or that the machine has no such address', async () => {
    const port = new URL(environment['WECOM_API_BASE'] ?? '').port;
    const heading = '没有启动，请先改好这些设置（写在环境变量或 .env 里）：';
    expect(await npmRun('start', [], { HOST: '127.0.0.1', PORT: port })).toEqual({
      status: 1,
      output: '',
      errors: `${heading}\nPORT：端口 ${port} 已被别的程序占用。请停掉那个程序，或者换一个端口，例如 ${Number(port) + 1}。\n`,
    });
    // Kept free for documentation (RFC 5737): no machine has it.
    expect(await npmRun('start', [], { HOST: '192.0.2.1', PORT: '0' })).toEqual({
      status: 1,
      output: '',
      errors: `${heading}\nHOST：本机没有“192.0.2.1”这个地址。请写本机的地址，例如 127.0.0.1；要监听全部地址就写 0.0.0.0。\n`,
    });
  });
});

describe('npm run roster -- import', () => {
  it('shows the difference first, imports it then, and finds nothing to do the third time', async () => {
    const dry = await npmRun('roster', ['import', demoCityDirectory, '--dry-run']);
    expect(dry).toMatchObject({ status: 0, errors: '' });
    expect(dry.output).toContain('人员 26 人：新增 26，离开 0，改动 0\n');
    expect(dry.output).toMatch(/\n没有改动。\n$/u);

    const real = await npmRun('roster', ['import', demoCityDirectory]);
    expect(real.status).toBe(0);
    expect(real.output).toMatch(/\n已导入：10 个组织，26 人。\n$/u);
    expect(await npmRun('roster', ['import', demoCityDirectory])).toEqual({
      status: 0,
      output: '名册没有变化。\n',
      errors: '',
    });
  });

  it('names the row of every error, and changes nothing then', async () => {
    const damaged = join(project, 'data/名册');
    await cp(demoCityDirectory, damaged, { recursive: true });
    const people = await readFile(join(damaged, '人员.csv'), 'utf8');
    const wrong = people
      .replace('2016-11-23', '2026-02-30')
      .replace('zhou.qi,周琪,A11', 'ZHANG.SAN,周琪,A99');
    await writeFile(join(damaged, '人员.csv'), wrong);

    const { status, output } = await npmRun('roster', ['import', damaged]);
    expect(status).toBe(1);
    expect(output).toMatch(/第 8 行.*2026-02-30/u);
    expect(output).toMatch(/第 10 行.*A99/u);
    expect(output).toMatch(/第 10 行.*ZHANG\.SAN/iu);
    expect(output).toMatch(/\n共 3 处错误，名册没有改动。\n$/u);
  });

  it('says in one line when Redis cannot be reached', async () => {
    const unreachable = { REDIS_URL: 'redis://127.0.0.1:1' };
    expect(await npmRun('roster', ['import', demoCityDirectory], unreachable)).toEqual({
      status: 1,
      output: '',
      errors: '连不上 Redis，没有改动。请核对 REDIS_URL，并确认 Redis 正在运行。\n',
    });
  });
});

describe('npm run content -- check', () => {
  it('finds nothing wrong with what is shipped', async () => {
    const { status, output } = await npmRun('content', ['check']);
    expect(output.trim().split('\n').at(-1)).toMatch(/^没有问题。学习内容 \d+ 条，/u);
    expect(status).toBe(0);
  });

  it('looks where the settings say, also those in .env', async () => {
    await writeFile(join(project, '.env'), 'CONTENT_DIR=data/elsewhere\n');
    const { status, output } = await npmRun('content', ['check']);
    await rm(join(project, '.env'));
    expect(status).toBe(1);
    expect(output).toContain('找不到内容文件夹 data/elsewhere。');
  });

  it('names file and line of what is wrong in another folder', async () => {
    const content = join(project, 'data/content');
    await cp('content', content, { recursive: true });
    await writeFile(join(content, 'calendar/2030.yaml'), 'off:\n  元旦: 2030-02-30 至 2030-02-30\n');
    const { status, output } = await npmRun('content', ['check', content]);
    expect(status).toBe(1);
    expect(output).toContain(`${join(content, 'calendar/2030.yaml')}:2  `);
  });
});

describe('npm run job', () => {
  it('lists name, schedule and summary of every job between tabs', async () => {
    const { status, output, errors } = await npmRun('job', ['list']);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    const rows = output
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([3]));
    const names = rows.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['daily-push', 'holiday-year-check', 'retention']));
    expect(rows.find(([name]) => name === 'daily-push')?.[1]).toBe('30 8 * * *');
  });

  it('says whom the morning push would reach with what, and sends nothing', async () => {
    const { status, output } = await npmRun('job', ['daily-push', '--at', '2026-11-20 08:30', '--dry-run']);
    expect(status).toBe(0);
    const rows = output
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.find(([userid]) => userid === 'lin.xiaotang')?.[1]).toMatch(/^今日学习：三会一课/u);
    // 免提醒
    expect(rows.find(([userid]) => userid === 'wu.gang')).toBeUndefined();
    expect(simulator.calls('message/send')).toEqual([]);
  });

  it('sends the morning push as if it were that morning, once', async () => {
    const push = () => npmRun('job', ['daily-push', '--at', '2026-11-20 08:30']);
    expect(await push()).toMatchObject({ status: 0, errors: 'daily-push 已按 2026-11-20 8:30 运行。\n' });
    const lin = simulator.person('lin.xiaotang');
    expect(lin.messages()).toHaveLength(1);
    expect(lin.lastMessage()?.text).toContain('三会一课');
    expect(simulator.person('wu.gang').messages()).toEqual([]);

    expect(await push()).toMatchObject({ status: 0 });
    expect(lin.messages()).toHaveLength(1);
    expect(simulator.violations).toEqual([]);
  });

  it('runs nothing when there is no such job, and names the nearest', async () => {
    const { status, output, errors } = await npmRun('job', ['dayly-push']);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain('最接近的是：daily-push');
  });
});

describe('words that are not understood', () => {
  it.each([
    ['roster', []],
    ['roster', ['imprt', '名册.xlsx']],
    ['roster', ['import', '名册.xlsx', '--dryrun']],
    ['content', ['chek']],
    ['content', ['import']],
    ['job', []],
    ['job', ['daily-push', '--att', '2026-11-20 08:30']],
    ['doctor', ['--menue']],
  ])('end npm run %s -- %j with 2 and how to write it', async (verb, words) => {
    const { status, output, errors } = await npmRun(verb, words);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(`用法：`);
    expect(errors).toContain(`npm run ${verb}`);
  });

  it.each([
    ['demo', 'src/simulator/main.ts', '--frehs'],
    ['bench', 'tests/bench/main.ts', '--quik'],
  ])('end npm run %s in the same way, whose set-up comes before it', async (verb, program, word) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, word], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { status, output, errors } = await outcomeOf(child);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(`用法：npm run ${verb}`);
  });
});

describe('npm run doctor', () => {
  it('finds everything well while the service runs, and publishes the menu', async () => {
    const running = await startService({ PORT: '0', HOST: '127.0.0.1' });
    const publicUrl = { PUBLIC_URL: `http://127.0.0.1:${running.port}` };
    const well = await npmRun('doctor', ['--menu'], publicUrl);
    expect(well.output.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(subjectsOf(well)).toEqual([
      '配置',
      'Redis',
      '名册',
      '学习内容',
      '放假安排',
      '学时目标',
      '义务规则',
      '时钟',
      '企业微信',
      '可见范围',
      '回调地址',
      '发送额度',
      '待发消息',
      '送不到的人',
      '菜单',
    ]);
    expect(well).toMatchObject({ status: 0, errors: '' });
    expect(simulator.calls('menu/create')).toHaveLength(1);
    expect(await running.stop()).toBe(0);
  });

  it('says what to do about a wrong secret, and goes on to the other checks', async () => {
    const ill = await npmRun('doctor', [], {
      WECOM_SECRET: 'copied-from-another-app',
      PUBLIC_URL: 'http://127.0.0.1:1',
    });
    expect(ill.status).toBe(1);
    expect(ill.output).toMatch(/^✗ 企业微信：返回 40001（.*WECOM_SECRET/mu);
    expect(ill.output).toMatch(/^✗ 回调地址：.*打不开.*请确认服务已经启动/mu);
    expect(ill.output).not.toContain('copied-from-another-app');
  });

  it('lists wrong settings, one line each', async () => {
    const { status, output } = await npmRun('doctor', [], { WECOM_CORP_ID: 'abc', WECOM_SECRET: '' });
    expect(status).toBe(1);
    expect(output).toMatch(/^✗ 配置：WECOM_CORP_ID：[^\n]+\n✗ 配置：WECOM_SECRET：[^\n]+\n$/u);
  });
});

/** What `npm run` of a verb comes to, with the settings of the tests. */
function npmRun(verb: string, words: readonly string[], changes: Environment = {}): Promise<Ran> {
  return outcomeOf(start(verb, words, { ...environment, ...changes }));
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** In a shell as npm does it, without npm itself, which would only take time. */
function start(verb: string, words: readonly string[], variables: Environment): Child {
  return spawn('/bin/sh', ['-c', `${scripts[verb]} "$@"`, 'sh', ...words], {
    cwd: project,
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function outcomeOf(child: Child): Promise<Ran> {
  const [[status], output, errors] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, output, errors };
}

/** The service itself, once it listens. */
async function startService(
  variables: Environment,
): Promise<{ readonly port: number; stop(): Promise<number | null> }> {
  const child = start('start', [], { ...environment, LOG_LEVEL: 'info', ...variables });
  child.stderr.pipe(process.stderr);
  const ended = once(child, 'close') as Promise<[number | null]>;
  const lines = createInterface(child.stdout);
  const port = await new Promise<number>((listening, failed) => {
    lines.on('line', (line) => {
      if (line.includes('"listening"')) listening((JSON.parse(line) as { port: number }).port);
    });
    lines.on('close', () => failed(new Error('the service ended before it listened')));
  });
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      const [status] = await ended;
      return status;
    },
  };
}

function subjectsOf({ output }: Ran): readonly string[] {
  return output
    .trim()
    .split('\n')
    .map((line) => line.slice(2).split('：')[0] ?? '');
}
