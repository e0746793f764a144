import { readXlsx, type Sheet, type Workbook } from 'hucre';
import { Refusal } from '../errors.ts';
import { checkArchive } from './archive-limits.ts';
import { cleanCode } from './clean-text.ts';
import { aboutSheet, sheetNames, type SheetName } from './columns.ts';
import type { Problem } from './problem.ts';
import type { RawSheet, RosterFile } from './roster-file.ts';

/** Reads the sheets 组织 and 人员 of an `.xlsx` file. Throws a Refusal when it is no such file. */
export async function readWorkbook(bytes: Uint8Array): Promise<RosterFile> {
  checkArchive(bytes);
  const workbook = await unpack(bytes);
  // In a 1904 workbook the same number is a day four years later.
  if (workbook.dateSystem === '1904') throw new Refusal(otherDateSystem);

  const problems: Problem[] = [];
  const sheets: Partial<Record<SheetName, RawSheet>> = {};
  for (const sheet of workbook.sheets) {
    const title = cleanCode(sheet.name);
    const name = sheetNames.find((known) => known === title);
    if (title === aboutSheet) continue;
    if (name === undefined) {
      problems.push({ severity: 'warning', message: `工作表“${sheet.name}”不是组织或人员，没有导入。` });
    } else if (sheets[name]) {
      problems.push({ severity: 'error', sheet: name, message: '有两张同名的工作表。请只留一张。' });
    } else {
      sheets[name] = sheet.rows;
      for (const problem of formulasWithoutResult(name, sheet)) problems.push(problem);
    }
  }

  for (const name of sheetNames) {
    if (sheets[name]) continue;
    problems.push({ severity: 'error', message: `没有名为“${name}”的工作表。应有两张：组织、人员。` });
  }
  return { sheets, problems };
}

const otherDateSystem =
  '这个文件用的是 1904 日期系统，日期会差四年，所以没有导入。请在 Excel 的选项里取消“使用 1904 日期系统”，核对日期后再导入。';
const unreadable = '这个 Excel 文件打不开。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。';

async function unpack(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readXlsx(bytes);
  } catch (cause) {
    throw new Refusal(unreadable, { cause });
  }
}

/** Formulas are never evaluated; what Excel stored as their result counts. Some programs store none. */
function formulasWithoutResult(sheet: SheetName, { cells }: Sheet): Problem[] {
  return [...(cells ?? [])]
    .filter(([, cell]) => cell.formula !== undefined && cell.value === null)
    .map(([place]) => ({
      severity: 'error',
      sheet,
      row: Number(place.split(',')[0]) + 1,
      message: '有一格公式没有保存结果。请用 Excel 打开，保存一次再导入，或改成实际内容。',
    }));
}
