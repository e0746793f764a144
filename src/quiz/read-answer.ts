import { choiceLetters, type ChoiceLetter, type QuizQuestion } from '../library/quiz-question.ts';
import type { AnswerReading } from './answer-reading.ts';
import { namedChoices } from './named-choices.ts';
import { readBlank } from './read-blank.ts';
import { withoutSetting } from './without-setting.ts';

/** Longer texts are no answers. */
const longestAnswer = 40;

/**
 * Reads an answer as tolerantly as can be: `ａｃ`, `A、C`, `选b`, `我觉得是B吧`, `第二个`, `每季度`, `对`, `√`.
 * Each question is all or nothing (domain §7.5).
 */
export function readAnswer(question: QuizQuestion, text: string): AnswerReading {
  const words = text.normalize('NFKC').trim();
  if (words === '' || [...words].length > longestAnswer) return { kind: 'noAnswer' };
  switch (question.type) {
    case 'single':
    case 'multiple':
      return readChoice(question, words);
    case 'judge':
      return readJudgement(question.answer, words);
    case 'fill':
      return readBlank(question, words);
  }
}

/** Bare letters or a judgement: meant for some question, perhaps one that is no longer there. */
export function readsLikeChoice(text: string): boolean {
  return /^(?:[a-h]{1,8}|对|错|√|×)$/iu.test(text.normalize('NFKC').trim());
}

type Choice = Extract<QuizQuestion, { type: 'single' | 'multiple' }>;

function readChoice(question: Choice, words: string): AnswerReading {
  const said = withoutSetting(words);
  const named = namedChoices(question, words) ?? namedChoices(question, said);
  const bare = named ?? said.toUpperCase().replace(/[\s、,.。;:和与]/gu, '');
  // The second one, or the one that says 2.
  if (/^[1-8]$/u.test(bare)) return { kind: 'impossible', advice: exampleOf(question) };
  if (!/^[A-Z]{1,12}$/u.test(bare)) return { kind: 'noAnswer' };
  const letters = [...bare].toSorted();
  const last = [...question.choices.keys()].at(-1) ?? 'A';
  if (letters.some((letter) => !question.choices.has(letter as ChoiceLetter))) {
    // A word of Latin letters is a word, unless it could have been meant as choices.
    const meant = letters.every((letter) => choiceLetters.includes(letter as ChoiceLetter));
    return meant
      ? { kind: 'impossible', advice: `这题只有 A 到 ${last}。直接回复字母，例如 A` }
      : { kind: 'noAnswer' };
  }
  if (new Set(letters).size < letters.length) {
    return { kind: 'impossible', advice: `“${words}”里有重复的字母。${exampleOf(question)}` };
  }
  if (question.type === 'single' && letters.length > 1) {
    return { kind: 'impossible', advice: '这题是单选，只选一个。直接回复字母，例如 A' };
  }
  const given = letters.join('');
  return { kind: 'answer', given, right: given === question.answer.join('') };
}

function exampleOf({ type }: Choice): string {
  return type === 'single' ? '直接回复一个字母，例如 A' : '直接回复字母，例如 ACD';
}

function readJudgement(answer: '对' | '错', words: string): AnswerReading {
  const bare = (text: string): string => text.toUpperCase().replaceAll(/[\s。.!的]/gu, '');
  const given = judgements.get(bare(words)) ?? judgements.get(bare(withoutSetting(words)));
  if (given !== undefined) return { kind: 'answer', given, right: given === answer };
  // Whoever has answered with letters so far has not noticed that this one has none.
  const isLetter = /^[a-h]{1,8}$/iu.test(words);
  return isLetter ? { kind: 'impossible', advice: '这题是判断，直接回复 对 或 错' } : { kind: 'noAnswer' };
}

const judgements: ReadonlyMap<string, '对' | '错'> = new Map([
  ...[
    '对',
    '对了',
    '没错',
    '正确',
    '是',
    '√',
    '✓',
    '✔',
    '✅',
    '勾',
    '打勾',
    'T',
    'TRUE',
    'Y',
    'YES',
    'V',
  ].map((word) => [word, '对'] as const),
  ...[
    '错',
    '错了',
    '错误',
    '不对',
    '不正确',
    '不是',
    '否',
    '×',
    '✗',
    '✘',
    '❌',
    '叉',
    '打叉',
    'X',
    'F',
    'FALSE',
    'N',
    'NO',
  ].map((word) => [word, '错'] as const),
]);
