import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What one file declares. */
export interface Declaration {
  /** The file's name without its ending. */
  readonly fileName: string;
  readonly exports: ReadonlyMap<string, unknown>;
}

/** What each file of a folder declares, but for its list `index.ts`. */
export async function declarationsIn(folder: string): Promise<readonly Declaration[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  return Promise.all(
    files.map(async (file) => ({
      fileName: basename(file, '.ts'),
      exports: await exportsOf(join(folder, file)),
    })),
  );
}

/** What a file exports, by name. */
export async function exportsOf(path: string): Promise<ReadonlyMap<string, unknown>> {
  const module = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  return new Map(Object.entries(module));
}
