import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKeptLibrary } from '../../src/library/kept-library.ts';
import { loadLibrary } from '../../src/library/load-library.ts';

let folder: string;
let content: string;
let program: string;
let data: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  [content, program, data] = ['content', 'main.js', 'data'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await cp('content', content, { recursive: true });
  await writeFile(program, 'one build');
});
afterEach(() => rm(folder, { recursive: true }));

const load = () => loadKeptLibrary(content, program, data, []);
const kept = () => join(data, 'content.cache');
/** When it was written last: reading anew writes it again. */
const written = async () => (await stat(kept())).mtimeMs;

describe('content that was read at an earlier start', () => {
  it('is the same as if it were read anew, and frozen', async () => {
    const fresh = await loadLibrary(content);
    expect(await load()).toEqual(fresh);
    const before = await written();
    const again = await load();
    expect(again).toEqual(fresh);
    expect(await written()).toBe(before);
    expect(Object.isFrozen(again.library.quizQuestions[0])).toBe(true);
    expect(() => Object.assign(again.library.studyItems[0] ?? {}, { title: '' })).toThrow(TypeError);
  });

  it.each([
    [
      'a changed file',
      () => writeFile(join(content, 'quiz/01-组织生活.yaml'), '- id: q1\n  type: judge\n', 'utf8'),
    ],
    ['a new file', () => writeFile(join(content, 'quiz/99-新.yaml'), '[]')],
    ['a file that is gone', () => rm(join(content, 'quiz/06-机关党建.yaml'))],
    ['another build', () => writeFile(program, 'another build')],
    ['a damaged copy', () => writeFile(kept(), 'damaged')],
    ['half a copy', async () => writeFile(kept(), (await readFile(kept())).subarray(0, 1000))],
  ])('is read anew because of %s', async (_, change) => {
    await load();
    const before = await readFile(kept());
    await change();
    expect(await load()).toEqual(await loadLibrary(content));
    expect((await readFile(kept())).equals(before)).toBe(_.includes('copy'));
  });

  it('is read anew each time where nothing can be kept', async () => {
    await writeFile(data, 'a file, no folder');
    expect(await load()).toEqual(await loadLibrary(content));
    expect(await load()).toEqual(await loadLibrary(content));
  });

  it('is reported as missing when its folder is', async () => {
    await rm(content, { recursive: true });
    expect((await load()).problems[0]?.what).toContain('找不到内容文件夹');
  });
});
