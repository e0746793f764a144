import { Refusal } from '../errors.ts';
import { adviceAt } from '../library/problem.ts';
import { checkArchive } from '../roster/archive-limits.ts';
import type { Page } from './draft.ts';
import { readTable } from './read-table.ts';
import { readText } from './read-text.ts';
import { wordText } from '../word-reading/word-text.ts';

/** Reads the questions of a `.docx` file. Throws a Refusal when it is no such file. */
export function readWord(bytes: Uint8Array): Page {
  const text = textOf(bytes);
  const page = readTable(text, ['\t']) ?? readText(text);
  return { ...page, problems: [adviceAt(1, counting), ...page.problems] };
}

const counting = 'Word 文档里一段算一行，空的段落也算；表格里一行算一行。';

function textOf(bytes: Uint8Array): string {
  try {
    checkArchive(bytes);
    return wordText(bytes);
  } catch (cause) {
    throw new Refusal(unreadable, { cause });
  }
}

const unreadable =
  '这个 Word 文件打不开，或者展开后太大。请用 Word 或 WPS 打开它，另存为 .docx 后再导入；题很多的，分成几个文件。';
