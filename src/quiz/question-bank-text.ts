import type { QuizQuestion } from '../library/quiz-question.ts';
import { shortLine } from '../wording/shortened.ts';
import type { JudgedQuestion } from './question-bank.ts';
import { questionLines } from './asking-card.ts';
import { rightAnswer } from './quiz-cards.ts';
import type { QuestionFigures } from './quiz-store.ts';

/** 题库: what the editor should look at first. */
export function bankText(
  size: number,
  reported: readonly { readonly question: QuizQuestion; readonly times: number }[],
  hardest: readonly JudgedQuestion[],
): string {
  const reports = reported
    .slice(0, 4)
    .map(({ question, times }) => `${question.id}（${times} 次）${shortLine(question.ask, 16)}`);
  const hard = hardest.map(
    ({ question, figures }) => `${question.id} 答对 ${figures.right}/${figures.tried}${mostWrong(figures)}`,
  );
  return [
    `题库 ${size} 题。`,
    ...(reports.length === 0 ? ['没有人报错。'] : ['有人报错，或总也记不住：', ...reports]),
    ...(hard.length === 0 ? [] : ['答对最少的：', ...hard]),
    '看一题发“题库 q08”，改好了发“题库 q08 已处理”。',
  ].join('\n');
}

/** 题库 q08: one question with its answer, its figures, and what people said about it. */
export function bankQuestionText(
  question: QuizQuestion,
  figures: QuestionFigures,
  remarks: readonly string[],
): string {
  const wrong = [...figures.wrong]
    .toSorted(([, a], [, b]) => b - a)
    .map(([answer, count]) => `${answer} ${count}`);
  const [ask, ...choices] = questionLines(question);
  return [
    `${question.id} · ${ask}`,
    ...choices,
    `答案：${rightAnswer(question).trim()}`,
    question.because,
    `依据：${question.source}（核对于 ${question.asOf}）`,
    `答过 ${figures.tried} 次，答对 ${figures.right}${wrong.length === 0 ? '' : `；错选 ${wrong.join('，')}`}`,
    ...remarks.map((remark) => `有人说：${remark}`),
    `文件：content/${question.file}`,
  ].join('\n');
}

function mostWrong({ wrong }: QuestionFigures): string {
  const [most] = [...wrong].toSorted(([, a], [, b]) => b - a);
  return most === undefined ? '' : `，多错选 ${most[0]}`;
}
