import type { Card } from '../chat/card.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';

/**
 * A question as it is asked anywhere: with buttons where one tap answers it, with choices to tick where
 * several may be right, and as a text to be answered by typing where a card is too small.
 *
 * @param where what it belongs to, such as `测试 1 · 3/20`
 * @param lineOf the command line that gives this answer
 */
export function askingCard(question: QuizQuestion, where: string, lineOf: (answer: string) => string): Card {
  const title = `${where} · ${typeNames[question.type]}`;
  const reply = howToAnswer(question);
  if (canBeTicked(question)) {
    const send = { label: '提交', line: lineOf('{ticked}') };
    const ticks = { choices: choicesOf(question), send };
    // The title of such a card is short (protocol §4.3), so the type stands before the question.
    return { title: where, body: `【多选】${question.ask}`, ticks, buttons: [], reply };
  }
  const buttons = tapsOf(question).map((answer) => ({
    label: answer,
    line: lineOf(answer),
    tone: 'choice' as const,
  }));
  if (buttons.length === 0) {
    return { title, body: questionLines(question).join('\n'), buttons, reply };
  }
  return { title, body: question.ask, facts: choicesOf(question), buttons, reply };
}

/** Whether one tap on its card can answer it. */
export function isOneTap(question: QuizQuestion): boolean {
  return tapsOf(question).length > 0;
}

/** The question and its choices, a line each. */
export function questionLines(question: QuizQuestion): readonly string[] {
  return [question.ask, ...choicesOf(question).map(({ label, value }) => `${label}. ${value}`)];
}

/** How to answer by typing. */
export function howToAnswer({ type }: QuizQuestion): string {
  switch (type) {
    case 'single':
      return '直接回复字母，例如 A';
    case 'multiple':
      return '多选，直接回复字母，例如 ACD';
    case 'judge':
      return '直接回复 对 或 错';
    case 'fill':
      return '直接回复答案';
  }
}

export const typeNames = { single: '单选', multiple: '多选', judge: '判断', fill: '填空' } as const;

/** Characters that a card shows as its text and as a value, and buttons that fit under a thumb (protocol §4.3). */
const cardBody = 160;
const cardValue = 30;
const mostButtons = 4;

/** Left for a line above the question, such as what became of the one before. */
const roomForNote = 40;

/** The answers that one tap can give. */
function tapsOf(question: QuizQuestion): readonly string[] {
  if (question.type === 'judge') return ['对', '错'];
  if (question.type !== 'single' || question.choices.size > mostButtons) return [];
  const fits = [...question.choices.values()].every((text) => [...text].length <= cardValue);
  return fits && [...question.ask].length <= cardBody ? [...question.choices.keys()] : [];
}

/** Counted as if all choices had to stand in the text, where those go that are too long to be ticked. */
function canBeTicked(question: QuizQuestion): boolean {
  if (question.type !== 'multiple') return false;
  return [...questionLines(question).join('\n')].length <= cardBody - roomForNote;
}

function choicesOf(question: QuizQuestion): { label: string; value: string }[] {
  if (!('choices' in question)) return [];
  return [...question.choices].map(([letter, text]) => ({ label: letter, value: text }));
}
