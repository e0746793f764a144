import { join } from 'node:path';
import { dayOf, monthOf, yearOf, type LocalDate } from '../time/local-date.ts';
import { createWorkCalendar } from '../time/work-calendar.ts';
import { calendarWords } from './calendar-words.ts';
import type { CommandResult } from './command-result.ts';
import { dutiesInForce } from './duty-standard.ts';
import type { Library } from './library.ts';
import { loadLibrary } from './load-library.ts';
import type { Problem } from './problem.ts';

/** `npm run content -- check [DIR]` (contract §1): every problem with file and line, then one line to sum up. */
export async function checkContent(
  directory: string,
  today: LocalDate,
  commandWords: readonly string[] = [],
): Promise<CommandResult> {
  const { library, problems } = await loadLibrary(directory, commandWords);
  const errors = problems.filter((problem) => problem.weight === 'error');
  return {
    lines: [
      ...problems.map((problem) => lineOf(directory, problem)),
      summaryOf(library, errors.length, today),
    ],
    exitCode: errors.length > 0 ? 1 : 0,
  };
}

function lineOf(directory: string, { file, line, what, weight }: Problem): string {
  return `${join(directory, file)}:${line}  ${weight === 'advice' ? '提示：' : ''}${what}`;
}

function summaryOf(library: Library, errorCount: number, today: LocalDate): string {
  const verdict = errorCount === 0 ? '没有问题' : `有 ${errorCount} 个问题`;
  const parts = [
    supplyWords(library, today),
    questionWords(library, today),
    ...dutyWords(library, today),
    `放假安排：${calendarWords(library, today)}`,
  ];
  return `${verdict}。学习内容 ${library.studyItems.length} 条，${parts.join('；')}。`;
}

/** How long the items last for somebody who starts tomorrow: one on every working day (contract §6). */
function supplyWords(library: Library, today: LocalDate): string {
  const lasting = library.studyItems.filter(({ on, expires }) => {
    return (on === undefined || on > today) && (expires === undefined || expires > today);
  });
  if (lasting.length === 0) return '已经没有可以推送的内容';

  const calendar = createWorkCalendar(library.calendars);
  let last = today;
  for (let count = 0; count < lasting.length; count += 1) last = calendar.nextWorkday(last);
  return `从下一个工作日起够用 ${lasting.length} 个工作日（到${yearOf(last)}年${monthOf(last)}月${dayOf(last)}日）`;
}

function questionWords({ quizQuestions }: Library, today: LocalDate): string {
  const expired = quizQuestions.filter(({ expires }) => expires !== undefined && expires < today).length;
  return `题目 ${quizQuestions.length} 道${expired === 0 ? '' : `（${expired} 道已过期）`}`;
}

function dutyWords({ duties }: Library, today: LocalDate): readonly string[] {
  const { length } = dutiesInForce(duties, today);
  return length === 0 ? [] : [`义务 ${length} 项`];
}
