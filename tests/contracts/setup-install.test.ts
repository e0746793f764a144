import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setupProject, type SetupProject } from '../support/setup-project.ts';

const lock = JSON.stringify({
  packages: {
    '': { name: 'branch-assistant' },
    'node_modules/thing': { version: '2.0.0', integrity: 'sha512-thing' },
    'node_modules/for-another-platform': { version: '1.0.0', integrity: 'sha512-other', optional: true },
  },
});
const installed = JSON.stringify({
  packages: { 'node_modules/thing': { version: '2.0.0', integrity: 'sha512-thing' } },
});
const project = {
  'package.json': '{"type":"module","engines":{"node":">=20.19.0"}}',
  'package-lock.json': lock,
};

/** Stands in for npm: notes how it was called, and installs as far as we can tell. */
const npm = `
  import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
  const words = process.argv.slice(2);
  appendFileSync('npm-calls', words.join(' ') + '\\n');
  if (words[0] === 'ci') {
    mkdirSync('node_modules', { recursive: true });
    writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(installed)});
  }
  if (process.env.NPM_FAILS) {
    console.error('npm error network');
    process.exit(1);
  }
`;

function withNpm(files: Readonly<Record<string, string>>): {
  at: SetupProject;
  environment: Record<string, string>;
} {
  const at = setupProject({ ...files, 'npm.mjs': npm });
  return { at, environment: { npm_execpath: join(at.folder, 'npm.mjs') } };
}

/** With programs in `bin` that stand in for the system's: whatever is installed is there afterwards. */
function withSystem(files: Readonly<Record<string, string>>): ReturnType<typeof withNpm> {
  const { at, environment } = withNpm(files);
  at.writeProgram('bin/env', 'shift; exec "$@"');
  at.writeProgram('bin/true', 'exit 0');
  at.writeProgram('bin/sudo', 'shift; exec "$@"');
  at.writeProgram(
    'bin/apt-get',
    'echo "$@" >> apt-calls\nfor last; do :; done\n/bin/cp bin/true "bin/$last"',
  );
  return { at, environment: { ...environment, PATH: join(at.folder, 'bin') } };
}

describe('the set-up', () => {
  it('says in one line which Node.js is needed', () => {
    const at = setupProject({ 'package.json': '{"type":"module","engines":{"node":"^12.0.0 || >=99.1.0"}}' });
    const { status, output, errors } = at.run('demo');
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(errors).toBe(
      `需要 Node.js 20.19 以上的长期支持版（推荐 24），现在是 ${process.version}。下载：https://nodejs.org/\n`,
    );
  });

  it('installs the dependencies once, development packages included, and says so in one line', () => {
    const { at, environment } = withNpm(project);
    expect(at.run('demo', environment).output).toBe('正在安装依赖（npm ci），第一次大约需要一分钟……\n');
    expect(at.read('npm-calls')).toBe('ci --include=dev --no-audit --no-fund --loglevel=error\n');

    expect(at.run('demo', environment).output).toBe('');
    expect(at.read('npm-calls')?.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a package is missing, as after npm ci --omit=dev', '{"packages":{}}'],
    ['a package is of another version', installed.replace('2.0.0', '1.9.0')],
    ['a package has other contents', installed.replace('sha512-thing', 'sha512-changed')],
    ['the list of what is installed is damaged', '{"packages":'],
  ])('installs them again when %s', (_, list) => {
    const { at, environment } = withNpm({ ...project, 'node_modules/.package-lock.json': list });
    at.run('demo', environment);
    expect(at.read('npm-calls')).toMatch(/^ci /);
  });

  it('shows why they could not be installed, and what to check', () => {
    const { at, environment } = withNpm(project);
    const { status, errors } = at.run('demo', { ...environment, NPM_FAILS: 'yes' });
    expect(status).toBe(1);
    expect(errors.trim().split('\n')).toEqual([
      'npm error network',
      '依赖没有装好（原因见上）。请检查网络，或用 npm config get registry 检查软件源，然后再运行一次。',
    ]);
  });

  it.each(['demo', 'test', 'bench'])(
    'of npm run %s says in one line what to install where it may not',
    (command) => {
      const at = setupProject({ ...project, 'node_modules/.package-lock.json': installed });
      const { status, output, errors } = at.run(command);
      expect({ status, output }).toEqual({ status: 1, output: '' });
      expect(errors).toBe(
        '没有找到 redis-server。请安装后再试：sudo apt-get install redis-server（macOS 用 brew install redis）\n',
      );
    },
  );

  it('installs redis-server and Chromium from the system, then runs every check', () => {
    const { at, environment } = withSystem({ ...project, 'node_modules/.package-lock.json': installed });
    const { status, output } = at.run('test', environment);
    expect(output.trim().split('\n')).toEqual([
      '正在安装 redis-server（apt-get install redis-server）……',
      '正在安装 Chromium（apt-get install chromium）……',
    ]);
    expect(at.read('apt-calls')?.match(/[\w-]+$/gm)).toEqual([
      '--quiet',
      'redis-server',
      '--quiet',
      'chromium',
    ]);
    expect(at.read('npm-calls')).toBe('run --silent check\n');
    expect(status).toBe(0);
  });

  it('fails when a check fails', () => {
    const { at, environment } = withSystem({ ...project, 'node_modules/.package-lock.json': installed });
    expect(at.run('test', { ...environment, NPM_FAILS: 'yes' }).status).toBe(1);
  });

  it('says what to install when the system has no such package', () => {
    const { at, environment } = withSystem({ ...project, 'node_modules/.package-lock.json': installed });
    at.writeProgram('bin/apt-get', 'echo "E: Unable to locate package"; exit 100');
    const { status, errors } = at.run('demo', environment);
    expect(status).toBe(1);
    expect(errors).toContain('E: Unable to locate package');
    expect(errors.trim().split('\n').at(-1)).toMatch(/^没有找到 redis-server。/);
  });
});
