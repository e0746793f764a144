// @ts-check
import { spawnSync } from 'node:child_process';
import { projectRoot } from './project.mjs';

/**
 * Runs a command in the project's folder without showing what it prints, unless it fails: then its
 * last lines are shown.
 *
 * @param {string} command
 * @param {readonly string[]} words
 * @returns {boolean} whether it succeeded
 */
export function runQuietly(command, words) {
  const { error, status, stdout, stderr } = spawnSync(command, words, {
    cwd: projectRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return true;
  const printed = [stdout, stderr, error?.message].filter(Boolean).join('\n').trim();
  console.error(printed.split('\n').slice(-8).join('\n'));
  return false;
}
