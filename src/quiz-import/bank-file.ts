import { randomUUID } from 'node:crypto';
import { mkdir, lstat, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../errors.ts';
import { largestFile } from '../library/content-folder.ts';
import { readQuizFile, type QuizFile } from '../library/quiz-file.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { decodeText } from '../library/text-file.ts';
import { questionYaml } from './question-yaml.ts';

/** A file of the bank, as far as it exists. */
export interface BankFile {
  readonly path: string;
  /** Undefined when it is yet to be made. */
  readonly bytes: Buffer | undefined;
}

/** Throws a Refusal for anything that is there and no file. */
export async function openBankFile(path: string): Promise<BankFile> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return { path, bytes: undefined };
  if (!found.isFile()) throw new Refusal(`${path} 不是普通文件，不能写入。请用 --to 换一个文件名。`);
  return { path, bytes: await readFile(path) };
}

/**
 * The file with these questions at its end; everything that was in it stays byte by byte. Throws a
 * Refusal when the file is not well, is written in a way that cannot be continued, or becomes too long.
 */
export function withQuestions(
  { path, bytes }: BankFile,
  questions: readonly QuizQuestion[],
  remark: string,
): Buffer {
  const before = bytes === undefined ? '' : textOf(bytes, path);
  const known = readQuizFile(before, path);
  if (known.problems.some(({ weight }) => weight === 'error')) {
    throw new Refusal(`${path} 里有问题，没有写入。请先运行 npm run content -- check，改好以后再导入。`);
  }

  const indent = /^( *)- /m.exec(before)?.[1] ?? '';
  const entries = questions.map((question) => `\n${questionYaml(question, indent)}`).join('');
  const lineEnd = bytes?.includes('\r\n') ? '\r\n' : '\n';
  const addition = `${leadOf(before, remark)}${entries}`.replaceAll('\n', lineEnd);
  const after = Buffer.concat([bytes ?? Buffer.alloc(0), Buffer.from(addition)]);
  if (after.length > largestFile) {
    throw new Refusal(`${path} 会超过 256 KB，读不进来。请把题目分成几个文件，用 --to 分别导入。`);
  }

  const read = readQuizFile(textOf(after, path), path);
  const wanted = [...questionsOf(known), ...questions.map((question) => ({ ...question, file: path }))];
  if (!isDeepStrictEqual(questionsOf(read), wanted)) {
    throw new Refusal(`${path} 的写法接不下去，没有写入。请用 --to 换一个文件。`);
  }
  return after;
}

/** What stands between the file as it is and the first new question. */
function leadOf(before: string, remark: string): string {
  if (before === '') return `# ${remark}\n`;
  return before.endsWith('\n') ? '' : '\n';
}

function questionsOf({ questions }: QuizFile): QuizQuestion[] {
  return questions.map(({ question }) => question);
}

/** Writes the whole file or nothing, also when the process dies half-way. */
export async function writeBankFile(path: string, contents: Buffer): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, contents, { flush: true });
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new Refusal(`写不进 ${path}，没有改动。请检查文件夹的权限和磁盘空间。`, { cause });
  }
}

function textOf(bytes: Buffer, path: string): string {
  const text = decodeText(bytes);
  if (text.problems === undefined) return text.value;
  throw new Refusal(`${path}：${text.problems.map(({ what }) => what).join('')}`);
}
