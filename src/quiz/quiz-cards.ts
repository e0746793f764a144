import type { RichAnswer } from '../chat/answer.ts';
import type { Card } from '../chat/card.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { shortLine } from '../wording/shortened.ts';
import { askingCard, questionLines } from './asking-card.ts';
import type { AnswerOutcome, NextQuestion, Occasion } from './quiz.ts';

/** The question of the day, or one that comes back. */
export function questionCard(question: QuizQuestion, occasion: Occasion): Card {
  return askingCard(question, occasionNames[occasion], (answer) => `答题 ${answer} ${question.id}`);
}

/** What a member reads after an answer: right or wrong, why, and the source. */
export function answerText(outcome: Extract<AnswerOutcome, { outcome: 'right' | 'wrong' }>): RichAnswer {
  const { question, given, reviewsLeft } = outcome;
  const verdict = outcome.outcome === 'right' ? '对。' : `不对，答案是${rightAnswer(question)}。`;
  const next = reviewsLeft === 0 ? '' : `\n还有 ${reviewsLeft} 道错题今天该复习，发“答题”继续。`;
  return {
    text: `${verdict}${question.because}\n依据：${question.source}${next}`,
    closing: `您答 ${given}，${outcome.outcome === 'right' ? '对' : '不对'}`,
  };
}

/** Answered before, and not due: the explanation once more, and nothing is counted. */
export function answeredBeforeText(question: QuizQuestion): RichAnswer {
  return {
    text: `这题已经答过了，答案是${rightAnswer(question)}。${question.because}\n依据：${question.source}`,
    closing: '已经答过',
  };
}

/** A question with its answer, opened from a search. */
export function solvedQuestionText(question: QuizQuestion): string {
  return [
    ...questionLines(question),
    `答案是${rightAnswer(question)}。${question.because}`,
    `依据：${question.source}`,
  ].join('\n');
}

/** 答题, when there is nothing left today. */
export function allDoneText(
  { isBankFinished, nextReview }: Extract<NextQuestion, { outcome: 'allDone' }>,
  today: LocalDate,
): string {
  const done = isBankFinished
    ? '题库里的题您都答过了，有了新题会再给您。'
    : '今天的题都答完了。明天发“答题”，有新的一题。';
  if (nextReview === undefined) return done;
  return `${done}\n下一道复习：${dateWords(nextReview, today)}。发“错题”看全部。`;
}

/** 报错: which question it was about. */
export function reportedText(question: QuizQuestion | undefined): string {
  if (question === undefined) return '不知道您说的是哪道题。答题之后直接发“报错”就行。';
  return `已告诉编辑：“${shortLine(question.ask, 30)}”（${question.id}）。\n编辑会对照出处核对，不知道是谁说的。`;
}

/** 错题: what comes back and when. */
export function comingText(
  coming: readonly { readonly question: QuizQuestion; readonly due: LocalDate }[],
  today: LocalDate,
): string {
  if (coming.length === 0) return '没有要复习的错题。发“答题”做今天的题。';
  const shown = coming.slice(0, mostLines);
  return [
    `要复习的错题 ${coming.length} 道：`,
    ...shown.map(
      ({ question, due }) =>
        `${due <= today ? '现在' : dateWords(due, today)}　${shortLine(question.ask, 22)}`,
    ),
    ...(shown.length < coming.length ? [`还有 ${coming.length - shown.length} 道在后面。`] : []),
    coming.some(({ due }) => due <= today)
      ? '发“答题”开始复习，一天最多 3 道。'
      : '到时候发“答题”就会问到，一天最多 3 道。',
  ].join('\n');
}

const occasionNames: Readonly<Record<Occasion, string>> = { daily: '每日一题', review: '复习' };

/** Dialogues, rule 1: an answer has at most twelve lines. */
const mostLines = 8;

/** The answer with its text, for sentences such as 答案是…. */
export function rightAnswer(question: QuizQuestion): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return ` ${question.answer.map((letter) => `${letter}. ${question.choices.get(letter) ?? ''}`).join('；')}`;
    case 'judge':
      return `“${question.answer}”`;
    case 'fill':
      return `“${question.answer[0]}”`;
  }
}
