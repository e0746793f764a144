import { randomUUID } from 'node:crypto';
import { mkdir, lstat, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../errors.ts';
import { largestFile } from '../library/content-folder.ts';
import { readQuizFile } from '../library/quiz-file.ts';
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
  const lead = before === '' ? `# ${remark}\n` : before.endsWith('\n') ? '' : '\n';
  const addition = `${lead}${entries}`;
  const lineEnd = bytes?.includes('\r\n') ? '\r\n' : '\n';
  const after = Buffer.concat([bytes ?? Buffer.alloc(0), Buffer.from(addition.replaceAll('\n', lineEnd))]);
  if (after.length > largestFile)
    throw new Refusal(`${path} 会超过 256 KB，读不进来。请用 --to 换一个文件。`);

  const read = readQuizFile(textOf(after, path), path).questions.map(({ question }) => question);
  const wanted = [...known.questions.map(({ question }) => question), ...questions];
  if (
    !isDeepStrictEqual(
      read,
      wanted.map((question) => ({ ...question, file: path })),
    )
  ) {
    throw new Refusal(`${path} 的写法接不下去，没有写入。请用 --to 换一个文件。`);
  }
  return after;
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
