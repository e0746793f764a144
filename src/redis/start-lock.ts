import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../errors.ts';

/**
 * Keeps two processes from starting a server in one folder at the same moment; held for the
 * milliseconds that takes. A lock whose process is gone does not count.
 *
 * @returns what releases it
 * @throws Fault when another process holds it
 */
export async function holdStartLock(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'starting.lock');
  if (!(await create(file))) {
    if (await isHeld(file)) throw inUse(folder, `should none be starting, remove ${file}`);
    await rm(file, { force: true });
    if (!(await create(file))) throw inUse(folder, 'try again');
  }
  return () => rm(file, { force: true });
}

async function create(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new Fault(`writing ${file}`, 'make the folder writable', error);
  }
}

async function isHeld(file: string): Promise<boolean> {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  try {
    // Signal 0 only asks whether the process is there; 0 stands for a lock just being written.
    return holder === 0 || process.kill(holder, 0);
  } catch {
    return false;
  }
}

function inUse(folder: string, otherwise: string): Fault {
  return new Fault(`starting Redis in ${folder}`, `another process is starting one there; ${otherwise}`);
}
