import { mkdir, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { writeCsv } from 'hucre';
import { Refusal } from '../errors.ts';
import { sheetNames } from './columns.ts';
import { escapeFormula } from './formula-text.ts';
import { rosterWorkbook } from './roster-workbook.ts';
import type { RosterLists } from './roster.ts';
import { sheetRows } from './sheet-cells.ts';

/**
 * Writes a roster as an `.xlsx` file, or, when the path has no ending, as a folder with 组织.csv and
 * 人员.csv. Importing it gives the same lists again. Throws a Refusal rather than overwrite anything.
 */
export async function writeRoster(lists: RosterLists, path: string): Promise<void> {
  const ending = extname(path).toLowerCase();
  if (ending !== '.xlsx' && ending !== '') {
    throw new Refusal(
      `不能导出成 ${ending}。请给出 .xlsx 文件或文件夹，例如：npm run roster -- export 名册.xlsx`,
    );
  }
  await (ending === '.xlsx' ? writeWorkbook(lists, path) : writeCsvFolder(lists, path)).catch(explain);
}

async function writeWorkbook(lists: RosterLists, path: string): Promise<void> {
  await refuseExisting([path]);
  await writeNew(path, await rosterWorkbook(lists));
}

async function writeCsvFolder(lists: RosterLists, folder: string): Promise<void> {
  const files = sheetNames.map((sheet) => ({
    path: join(folder, `${sheet}.csv`),
    rows: sheetRows(lists)[sheet],
  }));
  await refuseExisting(files.map(({ path }) => path));
  await mkdir(folder, { recursive: true });
  for (const { path, rows } of files) {
    await writeNew(
      path,
      writeCsv(
        rows.map((row) => row.map(escapeFormula)),
        { bom: true },
      ),
    );
  }
}

async function refuseExisting(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (await stat(path).catch(() => undefined)) throw existing(path);
  }
}

/** Readable only by the account that exports: the file holds the names of members. */
async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content, { flag: 'wx', mode: 0o600 });
}

function explain(error: unknown): never {
  if (error instanceof Refusal) throw error;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') throw existing(path ?? '');
  if (path === undefined) throw error;
  throw new Refusal(`写不进 ${path}（${code}）。请换一个有写权限的文件夹。`, { cause: error });
}

function existing(path: string): Refusal {
  return new Refusal(`${path} 已经存在，没有覆盖。请换一个名字。`);
}
