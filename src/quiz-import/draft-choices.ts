import { errorAt, type Checked } from '../library/problem.ts';
import type { QuizAnswer } from '../library/quiz-answer.ts';
import { readQuizChoices } from '../library/quiz-choices.ts';
import { essenceOf } from '../library/quiz-likeness.ts';
import type { ChoiceLetter } from '../library/quiz-question.ts';
import { lettersOf, placesOf } from './answer-words.ts';
import type { Draft } from './draft.ts';

/** The choices of a draft, and which of them its answer means: `B`, `A、C`, `B. 每季度` or `每季度`. */
export function readDraftChoices(
  { line, choices }: Draft,
  type: 'single' | 'multiple',
  words: string,
): Checked<QuizAnswer> {
  const wrong = (what: string) => ({ problems: [errorAt(line, what)] });
  if (choices.length === 0) return wrong('缺少选项，例如：A. 每月 B. 每季度');
  const repeated = choices.find(
    ({ letter }, place) => choices.findIndex((other) => other.letter === letter) < place,
  );
  if (repeated !== undefined) {
    return wrong(`选项 ${repeated.letter} 写了两次。如果从那里起是新的一题，请在题干前面加编号。`);
  }

  const texts = readQuizChoices({
    value: { choices: Object.fromEntries(choices.map(({ letter, text }) => [letter, text])) },
    lineOf: () => line,
    lineOfKey: () => line,
  });
  if (texts.problems !== undefined) return texts;

  const known = [...texts.value.keys()];
  const example = type === 'single' ? '答案：B' : '答案：ACD';
  const byText = letterOfText(texts.value, words);
  const byPlace = lettersOfPlaces(known, words);
  if (byText !== undefined && byPlace !== undefined && byText[0] !== byPlace[0]) {
    return wrong(
      `答案 ${words} 可能是第 ${words} 个选项，也可能是选项的内容，请写选项的字母，例如：${example}`,
    );
  }
  const letters = lettersOf(words) ?? byText ?? byPlace;
  if (letters === undefined) return wrong(`答案“${words}”看不懂，请写选项的字母，例如：${example}`);
  const stranger = letters.find((letter) => !known.some((name) => name === letter));
  if (stranger !== undefined) {
    return wrong(`答案 ${stranger} 不在选项里，选项是 A 到 ${known.at(-1) ?? 'A'}。`);
  }
  if (new Set(letters).size < letters.length) return wrong(`答案 ${words} 里有字母写了两次。`);
  if (type === 'single' && letters.length > 1) return wrong(`单选题只能有一个答案，写的是 ${words}。`);
  if (type === 'multiple' && letters.length < 2) return wrong(`多选题至少有两个答案，只写了 ${words}。`);
  return {
    value: { type, choices: texts.value, answer: known.filter((letter) => letters.includes(letter)) },
  };
}

/** Undefined also when there are fewer choices. */
function lettersOfPlaces(known: readonly ChoiceLetter[], words: string): ChoiceLetter[] | undefined {
  const places = placesOf(words) ?? [];
  const letters = places.flatMap((place) => known[place - 1] ?? []);
  return letters.length > 0 && letters.length === places.length ? letters : undefined;
}

/** Some banks repeat the choice instead of its letter, or after it. */
function letterOfText(choices: ReadonlyMap<ChoiceLetter, string>, words: string): string[] | undefined {
  const meant = essenceOf(words);
  const letters = [...choices]
    .filter(([letter, text]) => meant === essenceOf(text) || meant === essenceOf(`${letter}${text}`))
    .map(([letter]) => letter);
  return letters.length === 1 ? letters : undefined;
}
