import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { savedStateSchema } from './saved-state.ts';
import type { SavedState } from './saved-state.ts';

/** How long changes are gathered before they are written, in milliseconds of real time. */
const GATHER_MS = 300;

/** Keeps the state over restarts: written aside and renamed, so that it is whole or the one before. */
export interface StateFile {
  /** Says that something changed; it is written soon. */
  touch(): void;
  /** Writes what is not yet written. */
  close(): Promise<void>;
}

/**
 * Reads the file. A missing one gives undefined; a damaged one, or one of another version, as well,
 * after one line to `complain`.
 */
export function readStateFile(path: string, complain: (line: string) => void): SavedState | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }

  try {
    return savedStateSchema.parse(JSON.parse(text));
  } catch {
    complain(`模拟器的状态文件 ${path} 读不懂，从头开始`);
    return undefined;
  }
}

export function createStateFile(path: string, state: () => SavedState): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const aside = `${path}.new`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(aside, JSON.stringify(state()));
    await rename(aside, path);
  }

  function writeInTurn(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write, write);
    return writing;
  }

  return {
    touch() {
      // A failed write is tried again with the next change, and on close, where it is reported.
      timer ??= setTimeout(() => {
        writeInTurn().catch(() => undefined);
      }, GATHER_MS);
    },
    close: writeInTurn,
  };
}
