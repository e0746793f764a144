import { Refusal } from '../errors.ts';
import { importQuestions } from '../quiz-import/import-command.ts';
import { importRequest } from '../quiz-import/import-request.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { CommandResult } from './command-result.ts';
import { checkContent } from './content-check.ts';

const usage = [
  '用法：npm run content -- check [文件夹]',
  '检查内容文件夹（不写时用 CONTENT_DIR，默认 content），每个问题一行：文件:行号  问题。',
  '　　　npm run content -- import 题库.xlsx [--dry-run] [--to content/quiz/党费.yaml]',
  '把 .xlsx、.txt 或 .md 里的题目加进题库；加上 --dry-run 只看不写。有一个问题就什么也不写。',
];

/** `npm run content -- …` (contract §1). `folder` is the content folder where none is named. */
export async function runContentCommand(
  words: readonly string[],
  folder: string,
  today: LocalDate,
): Promise<CommandResult> {
  const [verb, ...others] = words;
  if (verb === 'check' && others.length <= 1) return checkContent(others[0] ?? folder, today);

  const request = verb === 'import' ? importRequest(others) : undefined;
  if (request === undefined) return { lines: usage, exitCode: 2 };
  try {
    const { lines, isWell } = await importQuestions(request, folder, today);
    return { lines, exitCode: isWell ? 0 : 1 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { lines: [error.message], exitCode: 1 };
  }
}
