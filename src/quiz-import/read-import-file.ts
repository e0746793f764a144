import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Refusal } from '../errors.ts';
import { adviceAt, type ProblemInFile } from '../library/problem.ts';
import { decodeOther, decodeText } from '../library/text-file.ts';
import type { Page } from './draft.ts';
import { readTable, type Separator } from './read-table.ts';
import { readText } from './read-text.ts';
import { readWord } from './read-word.ts';
import { readWorkbook } from './read-workbook.ts';

/**
 * Reads questions from an `.xlsx` workbook, a `.docx` document, a table as text, or a text. Throws a Refusal
 * when nothing can be read.
 */
export async function readImportFile(path: string): Promise<readonly Page[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new Refusal(`没有找到 ${path}。请核对文件名和所在的文件夹。`);
  if (!found.isFile()) throw new Refusal(`${path} 不是文件。${example}`);
  if (found.size > largestImport) throw new Refusal(`${basename(path)} 超过 8 MB，请分成几个文件再导入。`);

  const bytes = await readFile(path);
  const kind = extname(path).toLowerCase();
  if (kind === '.xlsx') return readWorkbook(bytes);
  if (kind === '.docx') return [readWord(bytes)];
  const separators = tableSeparators.get(kind);
  if (separators === undefined) {
    throw new Refusal(`${basename(path)} 不能导入，可以导入的有 .xlsx、.csv、.docx、.txt 和 .md。${example}`);
  }
  const text = readBytes(bytes);
  if (text.problems !== undefined) return [{ drafts: [], problems: text.problems }];
  const { value, remarks } = text;
  const page = readTable(value, separators) ?? readText(value);
  return [{ ...page, problems: [...remarks, ...page.problems] }];
}

/** Where the columns end in a file of this kind, should it hold a table: as copied out of Excel, or saved. */
const tableSeparators: ReadonlyMap<string, readonly Separator[]> = new Map([
  ['.txt', ['\t']],
  ['.md', ['\t']],
  ['.csv', [',', '\t', ';']],
]);

type ReadBytes =
  | { readonly value: string; readonly remarks: readonly ProblemInFile[]; readonly problems?: never }
  | { readonly problems: readonly ProblemInFile[] };

/** Old banks are often in the encodings of Windows; which one it was is a guess, so it is said. */
function readBytes(bytes: Uint8Array): ReadBytes {
  const text = decodeText(bytes);
  if (text.problems === undefined) return { value: text.value, remarks: [] };
  const other = decodeOther(bytes);
  if (other === undefined || other.text.includes('\0')) return { problems: text.problems };
  const remark = adviceAt(1, `文件的编码${other.said}，就按它读了。请看看下面的字有没有读错。`);
  return { value: other.text, remarks: [remark] };
}

/** Ten thousand questions are about 4 MB of text, and less as a workbook. */
const largestImport = 8 * 1024 * 1024;

const example =
  '例如：npm run content -- import 题库.xlsx。老的 .xls、.doc 和 .wps 请先另存为 .xlsx 或 .docx。';
