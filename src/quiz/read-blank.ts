import type { QuizQuestion } from '../library/quiz-question.ts';
import { inDigits } from '../time/spoken/numerals.ts';
import type { AnswerReading } from './answer-reading.ts';
import { comparableText } from './comparable-text.ts';
import { withoutSetting } from './without-setting.ts';

type Blank = Extract<QuizQuestion, { type: 'fill' }>;

/**
 * Reads what is to be filled in: `三年`, `3`, `答案是三年`, and with the words round the blank, `不少于32学时`.
 * What can be no such thing costs nothing: a letter meant for the question before, or a question to the bot.
 */
export function readBlank({ ask, answer }: Blank, words: string): AnswerReading {
  const accepted = new Set(answer.flatMap((text) => withoutStem(comparable(text), ask)));
  const forms = [words, withoutSetting(words)].flatMap((text) => withoutStem(comparable(text), ask));
  if (forms.some((form) => accepted.has(form))) return { kind: 'answer', given: words, right: true };

  if (letterOrMark.test(words)) {
    return { kind: 'impossible', advice: '这题是填空，直接回复要填的词或数字' };
  }
  const longest = Math.max(...answer.map((text) => [...text].length));
  if (asksOrBegs.test(words) || [...words].length > 2 * longest + roomForSetting) return { kind: 'noAnswer' };
  return { kind: 'answer', given: words, right: false };
}

/** `A`, `ACD`, `对`, `√`, or nothing that can be read. */
const letterOrMark = /^(?:[a-h]{1,8}|[对错]|[^\p{L}\p{N}]+)$/iu;

const asksOrBegs = /怎[么样]|如何|什么|请问|哪[里儿天个]|我要|帮[我忙]|谢谢|[您你]好|吗$|\?$/u;

/** `我觉得应该是…吧`, and a word or two of the stem. */
const roomForSetting = 12;

/** 三十二 and 32 are the same. */
function comparable(text: string): string {
  return inDigits(comparableText(text));
}

/** The text itself, and without what it repeats of the stem before and behind the blank. */
function withoutStem(text: string, ask: string): readonly string[] {
  const [before = '', behind = ''] = ask.split(/_{2,}|[（(]\s*[）)]/u).map(comparable);
  const characters = [...text];
  const { length } = characters;
  // A digit at the border belongs to the number.
  const starts = lengthsThat(length, (count) => {
    const repeated = textOf(characters, 0, count);
    return before.endsWith(repeated) && !/\d$/u.test(repeated);
  });
  const ends = lengthsThat(length, (count) => {
    const repeated = textOf(characters, length - count, length);
    return behind.startsWith(repeated) && !/^\d/u.test(repeated);
  });
  return starts.flatMap((start) =>
    ends.filter((end) => start + end < length).map((end) => textOf(characters, start, length - end)),
  );
}

/** Of 0, 1, 2 … below `length`; nothing at all always fits. */
function lengthsThat(length: number, fits: (count: number) => boolean): readonly number[] {
  return Array.from({ length }, (_, count) => count).filter((count) => count === 0 || fits(count));
}

function textOf(characters: readonly string[], from: number, until: number): string {
  return characters.slice(from, until).join('');
}
