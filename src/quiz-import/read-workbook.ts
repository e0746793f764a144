import { readXlsx, type Sheet, type Workbook } from 'hucre';
import { Refusal } from '../errors.ts';
import { adviceAt, errorAt } from '../library/problem.ts';
import { checkArchive } from '../roster/archive-limits.ts';
import type { Page } from './draft.ts';
import { readSheet } from './read-sheet.ts';

/** Reads the questions of an `.xlsx` file, sheet by sheet. Throws a Refusal when it is no such file. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Page[]> {
  const workbook = await unpack(bytes);
  const sheets = workbook.sheets.filter((sheet) => !isEmpty(sheet));
  const pages = sheets.map(readSheet);
  // Beside sheets of questions there is often one that says how to fill them in.
  const hasQuestions = pages.some((page) => page !== undefined);
  const without = hasQuestions ? adviceAt(1, '没有题干、答案等列名，没有导入。') : errorAt(1, noHeader);
  return pages.map((page, index) => ({
    ...(sheets.length > 1 ? { name: sheets[index]?.name ?? '' } : {}),
    ...(page ?? { drafts: [], problems: [without] }),
  }));
}

const noHeader =
  '没有找到列名。请在一行里写上题干、答案等列名，例如：题型、题干、选项A、选项B、选项C、选项D、答案、解析、出处';

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
