import { basename } from 'node:path';
import { tag } from '../library/content-values.ts';
import { loadLibrary } from '../library/load-library.ts';
import type { Problem } from '../library/problem.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { shorten } from '../library/summary.ts';
import type { LocalDate } from '../time/local-date.ts';
import { openBankFile, withQuestions, writeBankFile } from './bank-file.ts';
import { idPrefix } from './id-prefix.ts';
import type { ImportRequest } from './import-request.ts';
import { importTarget } from './import-target.ts';
import { prepareImport } from './prepare-import.ts';
import { readImportFile } from './read-import-file.ts';

/** What the command prints, line by line, and whether all is well. */
export interface ImportReport {
  readonly lines: readonly string[];
  readonly isWell: boolean;
}

/**
 * `npm run content -- import FILE [--dry-run] [--to FILE]`: adds the questions of a workbook or a text to
 * the bank. With any error nothing is written. Throws a Refusal when a file cannot be read or written.
 */
export async function importQuestions(
  request: ImportRequest,
  contentFolder: string,
  today: LocalDate,
): Promise<ImportReport> {
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
  const lines = [...bankRemark(bankProblems), ...problems.map(problemLine)];
  if (errors.length > 0) {
    return { lines: [...lines, `有 ${errors.length} 个问题，没有写入。改好以后再导入一次。`], isWell: false };
  }
  if (questions.length === 0) {
    const nothing = repeated > 0 ? '这些题都已经有了' : '文件里没有题目';
    return { lines: [...lines, `${nothing}，没有写入。`], isWell: repeated > 0 };
  }

  const bankFile = await openBankFile(target.path);
  const contents = withQuestions(bankFile, questions, `由 ${basename(request.file)} 导入，${today}。`);
  if (!request.dryRun) await writeBankFile(target.path, contents);
  return {
    lines: [...lines, ...questions.map(questionLine), outcomeLine(questions, target.path, request)],
    isWell: true,
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

function problemLine({ file, line, what, weight }: Problem): string {
  return `${weight === 'advice' ? '提示：' : ''}${file === '' ? '' : `${file} `}第 ${line} 行：${what}`;
}

function questionLine(question: QuizQuestion): string {
  const { id, type, ask, answer } = question;
  const words = Array.from(answer).join(type === 'fill' ? '；' : '');
  return `＋ ${id}　${typeWords[type]}　${shorten(ask, 40)}　答案：${words}`;
}

const typeWords = { single: '单选', multiple: '多选', judge: '判断', fill: '填空' } as const;

function outcomeLine(questions: readonly QuizQuestion[], place: string, { dryRun }: ImportRequest): string {
  if (dryRun)
    return `会写入 ${place}：${questions.length} 道题。这次没有改动；去掉 --dry-run 再运行一次就会写入。`;
  return `已写入 ${place}：${questions.length} 道题。助手重新启动以后生效。`;
}
