// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project.mjs';

/**
 * Runs a TypeScript file of the project as if it had been given to `node` itself. It stays in this
 * process, so that signals, standard streams and the exit code need no forwarding.
 *
 * @param {string} file within the project
 * @param {readonly string[]} words what the file finds in `process.argv` from the third on
 */
export async function runTypescript(file, words) {
  const path = join(projectRoot, file);
  process.argv.splice(1, Infinity, path, ...words);
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(path).href);
}
