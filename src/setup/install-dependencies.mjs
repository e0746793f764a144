// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { giveUp, projectRoot } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

/** Brings node_modules to what package-lock.json says, development packages included. */
export function installDependencies() {
  if (isInstalled(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))) return;
  console.log('正在安装依赖（npm ci），第一次大约需要一分钟……');
  // Named, because NODE_ENV=production or an `omit` setting would leave the tools out.
  const [command, words] = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (runQuietly(command, words)) return;
  giveUp('依赖没有装好（原因见上）。请检查网络，或用 npm config get registry 检查软件源，然后再运行一次。');
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Package */
/** @typedef {Record<string, Package>} Packages keyed by folder, `''` being the project itself */

/**
 * npm writes node_modules/.package-lock.json last, so what it lists is completely there. Comparing
 * contents rather than times also notices an installation without the development packages.
 *
 * @param {Packages | undefined} wanted
 * @param {Packages | undefined} installed
 */
function isInstalled(wanted, installed) {
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([folder, { version, integrity, optional, devOptional }]) => {
    const found = installed[folder];
    // Packages for other platforms are never installed; the project itself is not listed.
    if (found === undefined) return folder === '' || optional === true || devOptional === true;
    return found.version === version && found.integrity === integrity;
  });
}

/**
 * @param {string} path within the project
 * @returns {Packages | undefined} nothing when the file is missing or damaged
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(projectRoot, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
