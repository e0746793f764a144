import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The folder of the real project. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A small project around the set-up scripts, in a folder of its own that goes with the test. */
export interface SetupProject {
  readonly folder: string;
  write(path: string, contents: string): void;
  /** An executable shell script. */
  writeProgram(path: string, script: string): void;
  read(path: string): string | undefined;
  copyFromRepository(paths: readonly string[]): void;
  /** Runs `src/setup/<command>.mjs` in a bare environment: no home, no PATH but what is given. */
  run(command: string, environment?: Readonly<Record<string, string>>, words?: readonly string[]): Ran;
}

export interface Ran {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

export function setupProject(files: Readonly<Record<string, string>> = {}): SetupProject {
  const folder = mkdtempSync(join(tmpdir(), 'branch-assistant-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  const project: SetupProject = {
    folder,
    write(path, contents) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), contents);
    },
    writeProgram(path, script) {
      project.write(path, `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, path), 0o755);
    },
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined),
    copyFromRepository(paths) {
      for (const path of paths) cpSync(join(repository, path), join(folder, path), { recursive: true });
    },
    run(command, environment = {}, words = []) {
      const script = join(folder, 'src/setup', `${command}.mjs`);
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
        cwd: folder,
        env: { HOME: '/nonexistent', PATH: folder, ...environment },
        encoding: 'utf8',
      });
      return { status, output: stdout, errors: stderr };
    },
  };
  project.copyFromRepository(['src/setup']);
  for (const [path, contents] of Object.entries(files)) project.write(path, contents);
  return project;
}
