import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Whether there is such a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whether files can be written in the folder. One that is missing is made: nothing else tells for certain. */
export function isWritableFolder(path: string): boolean {
  try {
    makeFolder(resolve(path));
    accessSync(path, constants.W_OK);
    return isFolder(path);
  } catch {
    return false;
  }
}

/** Level by level: Node.js's own `recursive` never comes back from where nothing can be made, as in /proc. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(path)) throw error;
  }
}
