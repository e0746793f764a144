// @ts-check
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from './project.mjs';

/** Where the build is. */
export const dist = join(projectRoot, 'dist');

/** Written when a build is whole: without it there is none. */
export const stampFile = join(dist, 'build.json');

const sources = ['src', 'handlers', 'jobs', 'package.json', 'package-lock.json'];

/** @typedef {{ began: number, files: string[] }} Stamp `began` in milliseconds since the Unix epoch, `files` within dist */

/** Whether there is a build that is no older than any source; an image has the build alone. */
export function isBundled() {
  const stamp = readStamp();
  if (stamp === undefined) return false;
  if (!existsSync(join(projectRoot, 'src/main.ts'))) return true;
  return sources.every((path) => newest(join(projectRoot, path)) <= stamp.began);
}

/**
 * Where the build has the program that is written in this source file.
 *
 * @param {string} source within the project, such as `src/main.ts`
 */
export function bundled(source) {
  return join(dist, relative('src', source).replace(/\.ts$/, '.js'));
}

/** @returns {Stamp | undefined} */
export function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Folders count too: theirs is the time at which a file in them was added, renamed or deleted.
 *
 * @param {string} path of a file or a folder
 * @returns {number} the latest change, in milliseconds since the Unix epoch; 0 for what is not there
 */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
