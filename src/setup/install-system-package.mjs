// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

/**
 * @typedef {object} SystemProgram
 * @property {string} name what to call it to a person
 * @property {readonly string[]} commands any of these will do
 * @property {string} aptPackage its package on Debian and Ubuntu
 * @property {string} brewPackage what `brew install` is given on macOS
 */

/** @type {SystemProgram} */
export const redisServer = {
  name: 'redis-server',
  commands: ['redis-server'],
  aptPackage: 'redis-server',
  brewPackage: 'redis',
};

/** @type {SystemProgram} */
export const chromium = {
  name: 'Chromium',
  commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  aptPackage: 'chromium',
  brewPackage: '--cask chromium',
};

/**
 * Installs a program from the system's packages when it is not there and we may; else says in one
 * sentence what to install.
 *
 * @param {SystemProgram} program
 */
export function installSystemPackage(program) {
  if (findCommand(program.commands) !== undefined) return;
  const apt = aptGet();
  if (apt !== undefined) {
    console.log(`正在安装 ${program.name}（apt-get install ${program.aptPackage}）……`);
    apt(['update', '--quiet']);
    apt(['install', '--quiet', '--yes', '--no-install-recommends', program.aptPackage]);
    if (findCommand(program.commands) !== undefined) return;
  }
  giveUp(
    `没有找到 ${program.name}。请安装后再试：` +
      `sudo apt-get install ${program.aptPackage}（macOS 用 brew install ${program.brewPackage}）`,
  );
}

/**
 * @param {readonly string[]} commands
 * @returns {string | undefined} the full path of the first one on PATH
 */
function findCommand(commands) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return paths.find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {((words: readonly string[]) => boolean) | undefined} nothing when there is none or we may not use it */
function aptGet() {
  const command = findCommand(['apt-get']);
  if (command === undefined) return undefined;
  // Through `env`, since sudo hands on no environment.
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', command];
  if (process.getuid?.() === 0) return (words) => runQuietly('env', [...quiet.slice(1), ...words]);
  const sudo = findCommand(['sudo']);
  if (sudo === undefined || spawnSync(sudo, ['-n', 'true']).status !== 0) return undefined;
  return (words) => runQuietly(sudo, ['-n', ...quiet, ...words]);
}
