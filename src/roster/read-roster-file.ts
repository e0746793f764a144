import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../errors.ts';
import { readCsvFolder } from './read-csv-folder.ts';
import { readWorkbook } from './read-workbook.ts';
import type { RosterFile } from './roster-file.ts';

/**
 * Reads a roster from an `.xlsx` file or from a folder of CSV files (contract §5). What can be said
 * about single sheets and rows is in the answer's problems; throws a Refusal when nothing can be read.
 */
export async function readRosterFile(path: string): Promise<RosterFile> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new Refusal(`没有找到 ${path}。请核对文件名和所在的文件夹。`);
  if (found.isDirectory()) return readCsvFolder(path);
  if (!found.isFile()) throw new Refusal(`${path} 不是文件。${example}`);
  if (path.toLowerCase().endsWith('.csv'))
    throw new Refusal(`${basename(path)} 只是一张表。${folderExample}`);
  if (found.size > largestWorkbook) throw new Refusal(`${basename(path)} 超过 32 MB，不像名册，没有导入。`);

  const bytes = await readFile(path);
  if (startsWith(bytes, compoundFile)) throw new Refusal(`${basename(path)} ${oldOrLocked}`);
  if (!startsWith(bytes, zipArchive)) throw new Refusal(`${basename(path)} 不是 .xlsx 文件。${example}`);
  return readWorkbook(bytes);
}

/** A workbook of 100,000 people is about 4 MB. */
const largestWorkbook = 32 * 1024 * 1024;

/** First bytes of Excel's format before 2007, and of any workbook with a password. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const zipArchive = [0x50, 0x4b];

const oldOrLocked =
  '是旧的 .xls 格式，或者加了密码。请用 Excel 或 WPS 打开它，另存为不加密的 .xlsx 后再导入。';
const example = '例如：npm run roster -- import 名册.xlsx';
const folderExample =
  '请把 组织.csv 和 人员.csv 放在同一个文件夹里，再给出文件夹。例如：npm run roster -- import 名册';

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
