import { cpSync, existsSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository, setupProject, type SetupProject } from '../support/setup-project.ts';

/** A project whose main program prints a word, with the libraries of the real one. */
function buildable(main: string, files: Readonly<Record<string, string>> = {}): SetupProject {
  const at = setupProject({
    'package.json': '{"type":"module","engines":{"node":">=20.19.0"}}',
    'src/main.ts': main,
    ...files,
  });
  symlinkSync(join(repository, 'node_modules'), join(at.folder, 'node_modules'));
  return at;
}

describe('npm start', () => {
  it('builds when there is no build, and again only when a source has changed', () => {
    const at = buildable("console.log('first' satisfies string);");
    expect(at.run('start')).toEqual({ status: 0, output: 'first\n', errors: '' });
    const stamp = at.read('dist/build.json');
    expect(at.run('start').output).toBe('first\n');
    expect(at.read('dist/build.json')).toBe(stamp);

    at.write('src/main.ts', "console.log('second' satisfies string);");
    expect(at.run('start').output).toBe('second\n');
  });

  it('takes no half build for a whole one', () => {
    const at = buildable("console.log('whole');", { 'dist/main.js': 'console.log(' });
    expect(at.run('start').output).toBe('whole\n');
  });

  it('keeps the old build when the sources do not build, and says why', () => {
    const at = buildable("console.log('works');");
    at.run('start');
    at.write('src/main.ts', "import './missing.ts';");
    const { status, errors } = at.run('start');
    expect(status).toBe(1);
    expect(errors).toContain('Could not resolve "./missing.ts"');
    expect(errors.trim().split('\n').at(-1)).toBe('没有构建成功，原因见上。');
    expect(at.read('dist/main.js')).toContain('works');
  });

  it('keeps the parts of the build before for a process that still runs it, and no older ones', () => {
    const at = buildable("console.log(await import('./part.ts'));", { 'src/part.ts': '' });
    const parts = [1, 2, 3].map((number) => {
      at.write('src/part.ts', `export const number = ${number};`);
      at.run('build');
      // What was written within this test is older than the next build, as it would be in life.
      for (const file of filesOf(at)) utimesSync(join(at.folder, 'dist', file), number, number);
      return filesOf(at).find((file) => /part-\w+\.js$/.test(file)) ?? '';
    });
    expect(new Set(parts).size).toBe(3);
    expect(parts.map((part) => existsSync(join(at.folder, 'dist', part)))).toEqual([false, true, true]);
  });

  it('says what to run when there is neither a build nor what builds', () => {
    const at = setupProject({
      'package.json': '{"type":"module","engines":{"node":">=20.19.0"}}',
      'src/main.ts': "console.log('never');",
    });
    expect(at.run('start')).toEqual({
      status: 1,
      output: '',
      errors: '还没有构建，或源码在构建后改过；构建工具也没有安装。请先运行：npm ci\n',
    });
  });
});

describe('a command', () => {
  it('runs from its source with its words, and from the build when that is current', () => {
    const at = buildable('', {
      'src/roster/command-line.ts': 'console.log(...process.argv.slice(2), import.meta.url);',
    });
    const words = ['src/roster/command-line.ts', 'import', '名册.xlsx'];
    expect(at.run('run', {}, words).output).toMatch(/^import 名册\.xlsx .*command-line\.ts\n$/);
    at.run('build');
    expect(at.run('run', {}, words).output).toMatch(/^import 名册\.xlsx .*command-line\.js\n$/);
  });

  it('says what to run when nothing is installed', () => {
    const at = setupProject({ 'package.json': '{"type":"module","engines":{"node":">=20.19.0"}}' });
    at.write('src/main.ts', '');
    expect(at.run('run', {}, ['src/roster/command-line.ts']).errors).toBe(
      '还没有安装依赖。请先运行：npm ci\n',
    );
  });
});

describe('the build', () => {
  it('hands over the names of a CommonJS package that is loaded on demand', () => {
    const at = buildable(
      "const { Queue, Worker } = await import('bullmq'); console.log(typeof Queue, typeof Worker);",
    );
    expect(at.run('start').output).toBe('function function\n');
  });

  it('has errors logged with the place in the source', () => {
    const at = buildable(`
      import { createLog } from './log.ts';
      import { fail } from './broken.ts';
      try {
        fail();
      } catch (err) {
        createLog('info').error({ err }, 'failed');
      }
    `);
    at.copyFromRepository(['src/log', 'src/log.ts']);
    at.write('src/broken.ts', "\n\nexport function fail(): never {\n  throw new Error('broken');\n}\n");
    const { output } = at.run('start');
    expect(output).toMatch(/at fail \(file:[^ ]+\/src\/broken\.ts:4:9\)/);
  });
});

describe('the build of this project', () => {
  it('needs nothing but itself, as in the image', { timeout: 60_000 }, () => {
    const at = setupProject();
    at.copyFromRepository(['src', 'handlers', 'jobs', 'package.json', 'package-lock.json']);
    symlinkSync(join(repository, 'node_modules'), join(at.folder, 'node_modules'));
    expect(at.run('build')).toEqual({ status: 0, output: '', errors: '' });

    const image = setupProject();
    for (const path of ['dist', 'package.json']) {
      cpSync(join(at.folder, path), join(image.folder, path), { recursive: true });
    }
    const started = image.run('start');
    expect(started.status).toBe(1);
    expect(started.errors).toContain('WECOM_SECRET：没有设置');
    const checked = image.run('run', {}, [
      'src/library/command-line.ts',
      'check',
      join(repository, 'content'),
    ]);
    expect(checked.errors).toBe('');
    expect(checked.output).not.toBe('');
  });
});

function filesOf(at: SetupProject): readonly string[] {
  return (JSON.parse(at.read('dist/build.json') ?? '') as { files: string[] }).files;
}
