import { Refusal } from '../errors.ts';
import { refusePrivateText } from '../flows/private-text.ts';
import { quoted } from '../wording/quoted.ts';
import { comparable } from '../roster/comparable.ts';
import type { GivenAnswer, NoticeQuestion } from './notice-question.ts';

/** What was typed behind 答复 3: `能`, `问2 不要`, `问3 跳过`. */
export interface TypedAnswer {
  /** From 0; `undefined` for the next one that is open. */
  readonly question: number | undefined;
  readonly words: string;
}

export function readTypedAnswer(typed: string): TypedAnswer {
  const { digit, words } =
    /^问?\s*(?<digit>[1-3])(?:\s+|[.、:：]\s*)(?<words>.+)$/su.exec(typed.trim())?.groups ?? {};
  if (digit === undefined || words === undefined) return { question: undefined, words: typed.trim() };
  return { question: Number(digit) - 1, words: words.trim() };
}

/** What the words mean as an answer. Throws a Refusal that says what can be answered. */
export function readGivenAnswer(words: string, question: NoticeQuestion): GivenAnswer {
  if (words === skipping) return '';
  if (question.choices.length > 0) return choiceOf(words, question);
  const length = [...words].length;
  if (length > longestAnswer) {
    throw new Refusal(`答复太长了：${length} 个字，最多 ${longestAnswer} 个字。请写短一些。`);
  }
  refusePrivateText(words, []);
  return words;
}

/** Answers a question with nothing. */
export const skipping = '跳过';

/** In characters. */
const longestAnswer = 60;

function choiceOf(words: string, { ask, choices }: NoticeQuestion): number {
  const wanted = comparable(words);
  const index = choices.findIndex((choice) => comparable(choice) === wanted);
  if (index !== -1) return index;
  throw new Refusal(`${quoted(words)}不在选项里。${ask}可以答：${choices.join('、')}`);
}
