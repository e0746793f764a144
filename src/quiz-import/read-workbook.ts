import { readXlsx, type Sheet, type Workbook } from 'hucre';
import { Refusal } from '../errors.ts';
import { checkArchive } from '../roster/archive-limits.ts';
import type { Page } from './draft.ts';
import { readSheet } from './read-sheet.ts';

/** Reads the questions of an `.xlsx` file, sheet by sheet. Throws a Refusal when it is no such file. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Page[]> {
  const { sheets } = await unpack(bytes);
  const several = sheets.filter((sheet) => !isEmpty(sheet)).length > 1;
  return sheets
    .filter((sheet) => !isEmpty(sheet))
    .map((sheet) => ({ ...(several ? { name: sheet.name } : {}), ...readSheet(sheet) }));
}

async function unpack(bytes: Uint8Array): Promise<Workbook> {
  try {
    checkArchive(bytes);
    // The style of a cell tells 0.5% from 0.005.
    return await readXlsx(bytes, { readStyles: true });
  } catch (cause) {
    throw new Refusal(unreadable, { cause });
  }
}

const unreadable =
  '这个 Excel 文件打不开，或者展开后太大。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入；题很多的，分成几个文件。';

function isEmpty({ rows }: Sheet): boolean {
  return rows.every((row) => row.every((cell) => cell === null || cell === ''));
}
