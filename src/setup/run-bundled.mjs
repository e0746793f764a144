// @ts-check
import * as module from 'node:module';
import { pathToFileURL } from 'node:url';
import { bundled } from './built.mjs';

/**
 * Runs a program of the project from the build, in this process.
 *
 * @param {string} source the file it is written in
 * @param {readonly string[]} words what it finds in `process.argv` from the third on
 */
export async function runBundled(source, words) {
  const path = bundled(source);
  process.argv.splice(1, Infinity, path, ...words);
  // @ts-expect-error Only from Node 22.8 on. A second start then need not compile again.
  module.enableCompileCache?.();
  await import(pathToFileURL(path).href);
}
