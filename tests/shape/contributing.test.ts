import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../handlers/index.ts';
import { jobs } from '../../jobs/index.ts';
import type { Announcement } from '../../src/automatic/automatic.ts';
import type { Command } from '../../src/chat/command.ts';
import { createRouter } from '../../src/chat/router.ts';
import type { Turn } from '../../src/chat/turn.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { Job } from '../../src/schedule/job.ts';
import { readSchedule } from '../../src/schedule/schedule.ts';
import type { JobServices } from '../../src/services.ts';
import { localDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';
import { exportsOf } from './declarations.ts';

const page = readFileSync('CONTRIBUTING.md', 'utf8');

/** A copy of the project in which the examples of the page have been added. */
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  for (const part of ['node_modules', 'src', 'package.json'])
    await symlink(resolve(part), join(project, part));
  await cp('content', join(project, 'content'), { recursive: true });
  for (const { path, text } of examples()) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
});

afterAll(() => rm(project, { recursive: true }));

describe('the examples of CONTRIBUTING.md', () => {
  it('are a command, a job, a study item and a calendar year, none of them there already', () => {
    expect(examples().map(({ path }) => path.split('/').slice(0, 2).join('/'))).toEqual([
      'handlers/member',
      'jobs/roster-review.ts',
      'content/study',
      'content/calendar',
    ]);
    expect(examples().filter(({ path }) => existsSync(path))).toEqual([]);
  });

  it('type-check as they stand', async () => {
    const config = { extends: resolve('tsconfig.json'), include: ['handlers', 'jobs'] };
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify(config));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const run = promisify(execFile)(process.execPath, [tsc, '--project', project]);
    await expect(run).resolves.toMatchObject({ stdout: '' });
  }, 30_000);

  it('add a command that is understood and answers', async () => {
    const workday = (await exportsOf(join(project, 'handlers/member/workday.ts'))).get('workday') as Command;
    const router = createRouter([...commands, workday]);
    expect(workday.examples.map((line) => router.resolve(line)?.command)).toEqual([workday, workday]);

    const { library } = await loadLibrary('content');
    const services = { calendar: createWorkCalendar(library.calendars) } as unknown as JobServices;
    const turn = { today: localDate(2026, 9, 30) } as Turn;
    expect(await workday.run(turn, services, {})).toBe('今天上班。');
    expect(await workday.run(turn, services, router.resolve('上班吗 明天')?.args ?? {})).toMatch(/放假。$/u);
  });

  it('add a job that announces once a month', async () => {
    const job = (await exportsOf(join(project, 'jobs/roster-review.ts'))).get('rosterReview') as Job;
    expect(jobs.map(({ name }) => name)).not.toContain(job.name);
    const isDue = (date: string) => readSchedule(job.schedule).matches(Date.parse(`${date}:00Z`) / 60_000);
    expect([isDue('2026-12-01T09:00'), isDue('2026-12-02T09:00')]).toEqual([true, false]);

    const announced: Announcement[] = [];
    const people = [
      { userid: 'zhao.mingyuan', posts: ['工委'] },
      { userid: 'lin.xiaotang', posts: [] },
    ];
    const services = {
      roster: async () => ({ people }),
      automatic: { announce: async (announcement: Announcement) => void announced.push(announcement) },
    } as unknown as JobServices;
    const slot = { at: Date.parse('2026-12-01T01:00Z'), today: localDate(2026, 12, 1), minute: 540 };
    await job.run(slot, services);
    expect(announced).toMatchObject([{ userids: ['zhao.mingyuan'], subject: 'roster-review-2026-12' }]);
    expect(await job.preview(slot, services)).toEqual([
      { userid: 'zhao.mingyuan', what: '请核对本月的名册' },
    ]);
  });

  it('add a study item and a calendar year without a problem', async () => {
    const { library, problems } = await loadLibrary(join(project, 'content'));
    expect(problems).toEqual((await loadLibrary('content')).problems);
    expect(library.studyItems.map(({ id }) => id)).toContain('K99');
    expect(library.calendars.map(({ year }) => year)).toContain(2028);
  });
});

describe('the tree of CONTRIBUTING.md', () => {
  const tree = treeOf(/^## The house\n.*?```\n(.*?)```/msu.exec(page)?.[1] ?? '');

  it('names only what is there', () => {
    expect(tree.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names every room', () => {
    const built = ['node_modules', 'dist', 'data', 'coverage'];
    const rooms = [
      ...readdirSync('.').filter((name) => !name.startsWith('.') && !built.includes(name)),
      ...['handlers', 'content', 'src', 'tests'].flatMap(foldersIn),
      ...readdirSync('src')
        .filter((name) => name.includes('.'))
        .map((name) => `src/${name}`),
    ];
    expect(rooms.filter((path) => !tree.includes(path))).toEqual([]);
  });
});

it('CONTRIBUTING.md speaks of files and folders that exist', () => {
  const outsideOfExamples = page.replaceAll(/^```.*?^```/gmsu, '');
  const paths = [
    ...outsideOfExamples.matchAll(/`((?:src|handlers|jobs|content|tests|\.githooks)\/[^`…*]*)`/gu),
  ];
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
});

interface Example {
  readonly path: string;
  readonly text: string;
}

/** The blocks whose first line names the file they are. */
function examples(): readonly Example[] {
  const blocks = [
    ...page.matchAll(/^```(?:ts|yaml|markdown)\n(?:\/\/|#|<!--) (\S+)(?: -->)?\n(.*?)^```/gmsu),
  ];
  return blocks.map(([, path = '', text = '']) => ({ path, text }));
}

/** Paths of an indented tree; what follows two blanks is the remark. */
function treeOf(text: string): readonly string[] {
  const parents: string[] = [];
  return text.split('\n').flatMap((line) => {
    const [, indent = '', name] = /^( *)(\S+?)\/?(?: {2}|$)/u.exec(line) ?? [];
    if (name === undefined) return [];
    parents.length = indent.length / 2;
    parents.push(name);
    return [parents.join('/')];
  });
}

function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
}
