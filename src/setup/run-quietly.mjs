// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * Runs a command without showing what it prints, unless it fails: then its last lines are shown.
 *
 * @param {string} command
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {boolean} whether it succeeded
 */
export function runQuietly(command, words, environment = process.env) {
  const { error, status, stdout, stderr } = spawnSync(command, words, {
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return true;
  const printed = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim();
  console.error(printed.split('\n').slice(-8).join('\n'));
  return false;
}
