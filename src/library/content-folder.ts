import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { adviceAt, errorAt, type Report } from './problem.ts';
import { decodeText } from './text-file.ts';

/** Far more than any content file needs; a larger one is a mistake. */
export const largestFile = 256 * 1024;

/**
 * The content folder on disk. Paths are relative to it and use `/`; the folder itself is ''. What cannot
 * be used is reported and comes back as undefined.
 */
export interface ContentFolder {
  list(path: string): Promise<FolderListing | undefined>;
  /** The text of a file. */
  read(path: string): Promise<string | undefined>;
}

/** What lies in a folder, sorted by name, so that names decide the order. */
export interface FolderListing {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Nothing in the folder is ever executed; links are not followed, so that no file outside is read. */
export function openContentFolder(directory: string, report: Report): ContentFolder {
  return {
    async list(path) {
      const entries = await entriesOf(join(directory, path));
      if (entries === undefined) {
        report(path, [errorAt(1, path === '' ? `找不到内容文件夹 ${directory}。` : '找不到这个文件夹。')]);
        return undefined;
      }

      const visible = entries.filter((entry) => !isSystemFile(entry.name));
      for (const entry of visible.filter((found) => !found.isDirectory() && !found.isFile())) {
        report(pathOf(path, entry.name), [adviceAt(1, '这是一个链接，没有读取；请放文件本身。')]);
      }
      return {
        folders: namesOf(visible.filter((entry) => entry.isDirectory())),
        files: namesOf(visible.filter((entry) => entry.isFile())),
      };
    },

    async read(path) {
      const bytes = await bytesOf(join(directory, path));
      if (bytes === undefined) {
        report(path, [errorAt(1, '文件读不出来，或者超过了 256 KB。')]);
        return undefined;
      }
      const text = decodeText(bytes);
      if (text.problems === undefined) return text.value;

      report(path, text.problems);
      return undefined;
    },
  };
}

export function pathOf(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

async function entriesOf(location: string): Promise<Dirent[] | undefined> {
  try {
    return await readdir(location, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

async function bytesOf(location: string): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(location);
    return size > largestFile ? undefined : await readFile(location);
  } catch {
    return undefined;
  }
}

function namesOf(entries: readonly Dirent[]): string[] {
  return entries.map((entry) => entry.name).toSorted();
}

/** Hidden files, and what Windows and Office leave lying about. */
function isSystemFile(name: string): boolean {
  return /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$|~$/i.test(name);
}
