import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deepFreeze, loadLibrary, type LoadedLibrary } from './load-library.ts';

/**
 * The content, as `loadLibrary` reads it. What an earlier start made of exactly the same files is taken
 * as it is: reading a hundred questions with their line numbers takes longer than all else before the first
 * answer.
 *
 * @param program the service's main file; with another build of it everything is read anew
 * @param keptIn a folder, made when missing; where nothing can be written, every start reads anew
 * @param commandWords the commands of that build, see `loadLibrary`
 */
export async function loadKeptLibrary(
  directory: string,
  program: string,
  keptIn: string,
  commandWords: readonly string[],
): Promise<LoadedLibrary> {
  const file = join(keptIn, 'content.cache');
  const [fingerprint, kept] = await Promise.all([fingerprintOf(directory, program), readKept(file)]);
  if (fingerprint === undefined) return loadLibrary(directory, commandWords);
  if (kept?.fingerprint === fingerprint) return deepFreeze(kept.loaded);

  const loaded = await loadLibrary(directory, commandWords);
  await keep(file, keptIn, { fingerprint, loaded }).catch(() => undefined);
  return loaded;
}

interface Kept {
  readonly fingerprint: string;
  readonly loaded: LoadedLibrary;
}

/** Of the names and the bytes of all there is; `undefined` when some of it cannot be read. */
async function fingerprintOf(directory: string, program: string): Promise<string | undefined> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const paths = entries.map((entry) => ({
      path: join(entry.parentPath, entry.name),
      isFile: entry.isFile(),
    }));
    const contents = await Promise.all(
      paths.map(async ({ path, isFile }) => [path, isFile ? await readFile(path) : ''] as const),
    );
    const hash = createHash('sha256').update(await readFile(program));
    for (const [path, bytes] of contents.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
    }
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

/** What is damaged, or of another Node.js, counts as nothing. */
async function readKept(file: string): Promise<Kept | undefined> {
  try {
    return deserialize(await readFile(file)) as Kept;
  } catch {
    return undefined;
  }
}

/** In one step, so that another process never reads half of it. */
async function keep(file: string, folder: string, kept: Kept): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, serialize(kept));
  await rename(unfinished, file);
}
