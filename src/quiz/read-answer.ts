import { choiceLetters, type ChoiceLetter, type QuizQuestion } from '../library/quiz-question.ts';

/** What a member's words mean as an answer to a question. */
export type ReadAnswer =
  | { readonly kind: 'answer'; readonly right: boolean; readonly given: string }
  /** Meant as an answer, and not possible as one: what to do, in a sentence. */
  | { readonly kind: 'impossible'; readonly advice: string }
  /** Something else altogether. */
  | { readonly kind: 'noAnswer' };

/** Longer texts are no answers. */
const longestAnswer = 40;

/**
 * Reads an answer as tolerantly as can be: `ａｃ`, `A、C`, `选b`, `答案是 B。`, `对`, `√`, `正确`. Each
 * question is all or nothing (domain §7.5).
 */
export function readAnswer(question: QuizQuestion, text: string): ReadAnswer {
  const words = text.normalize('NFKC').trim();
  if (words === '' || [...words].length > longestAnswer) return { kind: 'noAnswer' };
  switch (question.type) {
    case 'single':
    case 'multiple':
      return readChoice(question, words);
    case 'judge':
      return readJudgement(question.answer, words);
    case 'fill':
      return readText(question.answer, words);
  }
}

type Choice = Extract<QuizQuestion, { type: 'single' | 'multiple' }>;

function readChoice(question: Choice, words: string): ReadAnswer {
  const bare = words
    .toUpperCase()
    .replace(/^(?:我)?(?:选择|选|答案是|答案|答)/u, '')
    .replace(/[\s、,.。;:和与]/gu, '');
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

function readJudgement(answer: '对' | '错', words: string): ReadAnswer {
  const bare = words
    .toUpperCase()
    .replace(/^(?:我)?(?:选择|选|答案是|答案|答|判断)/u, '')
    .replace(/[\s。.!的]/gu, '');
  const given = judgements.get(bare);
  return given === undefined ? { kind: 'noAnswer' } : { kind: 'answer', given, right: given === answer };
}

const judgements: ReadonlyMap<string, '对' | '错'> = new Map([
  ...['对', '对了', '正确', '是', '√', '✓', '✔', 'T', 'TRUE', 'Y', 'YES', 'V'].map(
    (word) => [word, '对'] as const,
  ),
  ...['错', '错了', '错误', '不对', '不正确', '否', '×', '✗', '✘', 'X', 'F', 'FALSE', 'N', 'NO'].map(
    (word) => [word, '错'] as const,
  ),
]);

function readText(accepted: readonly string[], words: string): ReadAnswer {
  const given = comparable(words);
  return { kind: 'answer', given: words, right: accepted.some((text) => comparable(text) === given) };
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'《》（）()、,，。.;；:：!！?？]/gu, '');
}
