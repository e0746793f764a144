import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Refusal } from '../errors.ts';
import { decodeText } from '../library/text-file.ts';
import type { Page } from './draft.ts';
import { readText } from './read-text.ts';
import { readWorkbook } from './read-workbook.ts';

/** Reads questions from an `.xlsx` workbook or a UTF-8 text. Throws a Refusal when nothing can be read. */
export async function readImportFile(path: string): Promise<readonly Page[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new Refusal(`没有找到 ${path}。请核对文件名和所在的文件夹。`);
  if (!found.isFile()) throw new Refusal(`${path} 不是文件。${example}`);
  if (found.size > largestImport) throw new Refusal(`${basename(path)} 超过 8 MB，请分成几个文件再导入。`);

  const bytes = await readFile(path);
  switch (extname(path).toLowerCase()) {
    case '.xlsx':
      return readWorkbook(bytes);
    case '.txt':
    case '.md': {
      const text = decodeText(bytes);
      if (text.problems !== undefined) return [{ drafts: [], problems: text.problems }];
      return [readText(text.value)];
    }
    default:
      throw new Refusal(`${basename(path)} 不能导入，可以导入的有 .xlsx、.txt 和 .md。${example}`);
  }
}

/** Ten thousand questions are about 4 MB of text, and less as a workbook. */
const largestImport = 8 * 1024 * 1024;

const example = '例如：npm run content -- import 题库.xlsx。Word 文档请把内容复制到 .txt 文件里。';
