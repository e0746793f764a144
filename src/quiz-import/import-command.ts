import { basename } from 'node:path';
import { Refusal } from '../errors.ts';
import type { CommandResult } from '../library/command-result.ts';
import { contentUsage } from '../library/content-usage.ts';
import { tag } from '../library/content-values.ts';
import { loadLibrary } from '../library/load-library.ts';
import type { Problem } from '../library/problem.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { shortened } from '../wording/shortened.ts';
import type { LocalDate } from '../time/local-date.ts';
import { openBankFile, withQuestions, writeBankFile } from './bank-file.ts';
import { cleanLine } from './clean-line.ts';
import { idPrefix } from './id-prefix.ts';
import { importRequest, type ImportRequest } from './import-request.ts';
import { importTarget } from './import-target.ts';
import { prepareImport } from './prepare-import.ts';
import { readImportFile } from './read-import-file.ts';

/**
 * `npm run content -- import FILE [--dry-run] [--to FILE]`: adds the questions of a workbook or a text to
 * the bank of this content folder. With any error nothing is written. `words` are those behind `import`.
 */
export async function runImportCommand(
  words: readonly string[],
  contentFolder: string,
  today: LocalDate,
): Promise<CommandResult> {
  const request = importRequest(words);
  if (request === undefined) return { lines: contentUsage, exitCode: 2 };
  try {
    return await importQuestions(request, contentFolder, today);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { lines: [error.message], exitCode: 1 };
  }
}

async function importQuestions(
  request: ImportRequest,
  contentFolder: string,
  today: LocalDate,
): Promise<CommandResult> {
  const target = importTarget(contentFolder, request.file, request.to);
  const pages = await readImportFile(request.file);
  const { library, problems: bankProblems } = await loadLibrary(contentFolder);
  const file = `quiz/${basename(target.path)}`;
  const bank = { questions: library.quizQuestions, file, idPrefix: await idPrefix(target.name) };
  const { problems, questions, repeated } = prepareImport(pages, bank, {
    tag: defaultTag(target.name),
    today,
  });

  const errors = problems.filter(({ weight }) => weight === 'error');
  const lines = [...bankRemark(bankProblems), ...problemLines(problems)];
  if (errors.length > 0) {
    return { lines: [...lines, `有 ${errors.length} 个问题，没有写入。改好以后再导入一次。`], exitCode: 1 };
  }
  if (questions.length === 0) {
    const nothing = repeated > 0 ? '这些题都已经有了' : '文件里没有题目';
    return { lines: [...lines, `${nothing}，没有写入。`], exitCode: repeated > 0 ? 0 : 1 };
  }

  const bankFile = await openBankFile(target.path);
  const contents = withQuestions(
    bankFile,
    questions,
    `由 ${cleanLine(basename(request.file))} 导入，${today}。`,
  );
  if (!request.dryRun) await writeBankFile(target.path, contents);
  return {
    lines: [...lines, ...questions.map(questionLine), outcomeLine(questions, target.path, request)],
    exitCode: 0,
  };
}

/** Tag for questions that bring none: what the bank file is named for. */
function defaultTag(name: string): string {
  const words = name.replace(/^\d+[-_. ]*(?=.)/, '');
  return tag.safeParse(words).success ? words : '导入';
}

/** A question that does not load is not compared with. */
function bankRemark(problems: readonly Problem[]): string[] {
  const count = problems.filter(({ file, weight }) => file.startsWith('quiz/') && weight === 'error').length;
  return count === 0 ? [] : [`提示：题库里有 ${count} 个问题还没改，有问题的题没有参加查重。`];
}

/** What is wrong in the same way in many rows is said once. */
function problemLines(problems: readonly Problem[]): string[] {
  const alike = new Map<string, { readonly problem: Problem; readonly rows: Set<number> }>();
  for (const problem of problems) {
    const key = [problem.file, problem.weight, problem.what].join('\n');
    const found = alike.get(key) ?? { problem, rows: new Set() };
    alike.set(key, found);
    found.rows.add(problem.line);
  }
  return [...alike.values()].map(({ problem: { file, what, weight }, rows }) => {
    const where = `${file === '' ? '' : `${file} `}第 ${[...rows].join('、')} 行`;
    return `${weight === 'advice' ? '提示：' : ''}${where}：${what}`;
  });
}

function questionLine(question: QuizQuestion): string {
  const { id, type, ask, answer } = question;
  const words = Array.from(answer).join(type === 'fill' ? '；' : '');
  return `＋ ${id}　${typeWords[type]}　${shortened(ask, 40)}　答案：${words}`;
}

const typeWords = { single: '单选', multiple: '多选', judge: '判断', fill: '填空' } as const;

function outcomeLine(questions: readonly QuizQuestion[], place: string, { dryRun }: ImportRequest): string {
  if (dryRun)
    return `会写入 ${place}：${questions.length} 道题。这次没有改动；去掉 --dry-run 再运行一次就会写入。`;
  return `已写入 ${place}：${questions.length} 道题。助手重新启动以后生效。`;
}
