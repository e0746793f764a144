import { messageText } from './content-values.ts';
import { errorAt, type Checked } from './problem.ts';
import { choiceLetters, type ChoiceLetter } from './quiz-question.ts';
import { isMap, mapOf, type YamlSource } from './yaml-source.ts';

/** A choice is one line of a card. */
const longestChoice = 40;

/** Reads `choices` of a question: at least two, A to H without a gap, no two alike. */
export function readQuizChoices(source: YamlSource): Checked<ReadonlyMap<ChoiceLetter, string>> {
  const { choices } = mapOf(source);
  if (!isMap(choices)) {
    const what = '缺少选项。choices 下面每行写一个，行首空四格，例如：A: 每季度';
    return { problems: [errorAt(source.lineOf(['choices']), what)] };
  }

  const texts = new Map<ChoiceLetter, string>();
  const problems = Object.keys(choices)
    .filter((key) => !isLetter(key))
    .map((key) => errorAt(source.lineOfKey(['choices'], key), `选项的字母只能是 A 到 H，不能是“${key}”。`));
  const note = (letter: ChoiceLetter, what: string) =>
    void problems.push(errorAt(source.lineOf(['choices', letter]), what));

  for (const [letter, schema] of choiceTexts) {
    if (!Object.hasOwn(choices, letter)) continue;
    const text = schema.safeParse(choices[letter]);
    for (const { message } of text.error?.issues ?? []) note(letter, message);
    const same = [...texts].find(([, other]) => other === text.data)?.[0];
    if (same !== undefined) note(letter, `选项 ${letter} 和 ${same} 一样，请改一个。`);
    texts.set(letter, text.data ?? '');
  }

  const gap = choiceLetters.slice(0, texts.size).find((letter) => !texts.has(letter));
  if (gap !== undefined) {
    problems.push(errorAt(source.lineOf(['choices']), `选项中间缺少 ${gap}，字母要从 A 起连着写。`));
  } else if (texts.size < 2) {
    problems.push(errorAt(source.lineOf(['choices']), '选项至少要有 A 和 B 两个。'));
  }
  return problems.length > 0 ? { problems } : { value: texts };
}

const choiceTexts = choiceLetters.map(
  (letter) => [letter, messageText(`选项 ${letter}`, `${letter}: 每季度`, longestChoice)] as const,
);

function isLetter(text: string): text is ChoiceLetter {
  return choiceLetters.some((letter) => letter === text);
}
