import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runContentCommand } from '../../src/library/content-command.ts';
import { missingCalendarYears } from '../../src/library/library.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { localDate } from '../../src/time/local-date.ts';

const today = localDate(2026, 11, 20);
let broken: string;

beforeAll(async () => {
  broken = await mkdtemp(join(tmpdir(), 'content-'));
  await mkdir(join(broken, 'study/01-甲'), { recursive: true });
  await mkdir(join(broken, 'calendar'));
  await writeFile(
    join(broken, 'study/01-甲/01.md'),
    '---\nid: K01\ntitle: 甲\nminutes: 2\nsource: 乙\n---\n- 列表\n',
  );
});

afterAll(async () => {
  await rm(broken, { recursive: true, force: true });
});

describe('npm run content -- check', () => {
  it('is content with what we ship and says how long it lasts', async () => {
    const { lines, exitCode } = await runContentCommand(['check'], 'content', today);
    expect(lines).toEqual([
      expect.stringMatching(
        /^没有问题。学习内容 16 条，从下一个工作日起够用 16 个工作日（到2026年12月14日）；题目 \d+ 道；义务 \d+ 项；放假安排：2026、2027（调休未知）。$/,
      ),
    ]);
    expect(exitCode).toBe(0);
  });

  it('asks for the next year from 1 December on', async () => {
    const { lines } = await runContentCommand(['check'], 'content', localDate(2026, 12, 1));
    expect(lines.at(-1)).toContain('放假安排：2026、2027（调休未知），还缺 2027 年的放假通知。');
  });

  it('prints each problem with its place and fails', async () => {
    expect(await runContentCommand(['check', broken], 'content', today)).toEqual({
      lines: [
        `${join(broken, 'study/01-甲/01.md')}:7  手机上不显示列表，请把“- ”改成“1、”或者另起一段。`,
        '有 1 个问题。学习内容 0 条，已经没有可以推送的内容；题目 0 道；放假安排：一年也没有，还缺 2026 年的放假通知。',
      ],
      exitCode: 1,
    });
  });

  it.each([[[]], [['chek']], [['check', 'a', 'b']], [['--help']]])(
    'explains itself for %j',
    async (words) => {
      const { lines, exitCode } = await runContentCommand(words, 'content', today);
      expect(lines[0]).toBe('用法：npm run content -- check [文件夹]');
      expect(exitCode).toBe(2);
    },
  );

  it('ends the process with the exit code', async () => {
    const run = promisify(execFile);
    const command = ['--import', 'tsx', 'src/library/command-line.ts', 'check'];
    const { stdout } = await run('node', command);
    expect(stdout).toMatch(/^没有问题。/);
    await expect(
      run('node', command, { env: { ...process.env, CONTENT_DIR: broken } }),
    ).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('有 1 个问题。') as string,
    });
  });
});

describe('missing calendar years', () => {
  it('are this year, and the next one from 1 December', async () => {
    const { library } = await loadLibrary('content');
    expect(missingCalendarYears(library, localDate(2026, 11, 30))).toEqual([]);
    expect(missingCalendarYears(library, localDate(2026, 12, 1))).toEqual([2027]);
    expect(missingCalendarYears(library, localDate(2027, 1, 1))).toEqual([2027]);
    expect(missingCalendarYears(library, localDate(2027, 12, 31))).toEqual([2027, 2028]);
  });
});
