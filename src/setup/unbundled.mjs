// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from './project.mjs';

/*
 * What no bundle can hold: a library whose work is done by native code, and the files of a font. The
 * build lays them into dist/node_modules, where Node.js looks for them on behalf of the bundle, as it
 * does in node_modules when the project runs from its sources.
 */

/** Libraries whose imports stay imports. */
export const unbundled = ['@takumi-rs/core'];

/** With their native parts, of which npm has installed the one for this platform. */
const folders = ['@takumi-rs', '@fontsource-variable/noto-sans-sc'];

/**
 * Their files, but for what only compilers and browsers read.
 *
 * @param {string} destination the node_modules they are to lie in
 * @returns {{ path: string, contents: Buffer }[]}
 */
export function unbundledFiles(destination) {
  const modules = join(projectRoot, 'node_modules');
  return folders
    .filter((folder) => existsSync(join(modules, folder)))
    .flatMap((folder) => readdirSync(join(modules, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.(?:d\.[cm]?ts|s?css|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: join(destination, relative(modules, path)), contents: readFileSync(path) }));
}
