import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from 'hucre';
import { sheetNames, type SheetName } from './columns.ts';
import { decodeText } from './decode-text.ts';
import { unescapeFormula } from './formula-text.ts';
import type { Problem } from './problem.ts';
import type { RawSheet, RosterFile } from './roster-file.ts';

/** Reads `组织.csv` and `人员.csv` from a folder: UTF-8, with or without BOM (contract §5). */
export async function readCsvFolder(folder: string): Promise<RosterFile> {
  const problems: Problem[] = [];
  const sheets: Partial<Record<SheetName, RawSheet>> = {};
  for (const sheet of sheetNames) {
    const read = await readSheet(join(folder, `${sheet}.csv`));
    if ('rows' in read) sheets[sheet] = read.rows;
    else problems.push({ severity: 'error', sheet, message: read.wrong });
  }
  return { sheets, problems };
}

/** 100,000 people are about 10 MB. */
const largestFile = 32 * 1024 * 1024;

type ReadSheet = { readonly rows: RawSheet } | { readonly wrong: string };

async function readSheet(path: string): Promise<ReadSheet> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) return { wrong: '文件夹里没有这个 .csv 文件。应有两个：组织.csv、人员.csv。' };
  if (size > largestFile) return { wrong: '这个 .csv 文件超过 32 MB，不像名册，没有导入。' };

  const decoded = decodeText(await readFile(path));
  if ('wrong' in decoded) return decoded;
  if (hasOpenQuote(decoded.text)) {
    return { wrong: '有一个英文双引号没有配对，后面的内容分不清格子。请删去多余的引号，再导入一次。' };
  }
  const rows = parseCsv(decoded.text, { delimiter: ',' });
  return {
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? unescapeFormula(cell) : cell))),
  };
}

/** In a whole file the quotes come in pairs; an open one would swallow all rows behind it. */
function hasOpenQuote(text: string): boolean {
  return (text.split('"').length - 1) % 2 === 1;
}
