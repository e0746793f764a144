import type { ChoiceLetter, QuizQuestion } from '../library/quiz-question.ts';
import { readNumeral } from '../time/spoken/numerals.ts';
import { comparableText } from './comparable-text.ts';

type Choice = Extract<QuizQuestion, { type: 'single' | 'multiple' }>;

/**
 * The letters of choices that were named by their place (`第二个`, `第2项`) or by their text, of which people
 * say a little more (`每季度开一次`); several texts for several choices. Undefined when none was.
 */
export function namedChoices({ type, choices }: Choice, said: string): string | undefined {
  const place = readNumeral(/^第 ?([一二三四五六七八1-8]) ?[个项]?$/u.exec(said)?.[1] ?? '');
  if (place !== undefined) return [...choices.keys()][place - 1];
  if (type === 'single') return letterOf(choices, said) ?? letterWithin(choices, said);

  const named = said.split(/[、,;\s]+/u).map((text) => letterOf(choices, text));
  // One text alone may be a word about something else.
  if (named.length === 1) return undefined;
  return named.every((letter) => letter !== undefined) ? named.join('') : undefined;
}

function letterOf(choices: Choice['choices'], said: string): ChoiceLetter | undefined {
  const wanted = comparableText(said);
  return [...choices].find(([letter, text]) =>
    [text, letter + text].some((form) => comparableText(form) === wanted),
  )?.[0];
}

/** The only choice whose text was said with the end that people give such a thing. */
function letterWithin(choices: Choice['choices'], said: string): ChoiceLetter | undefined {
  const whole = comparableText(said);
  const begun = [...choices].filter(([, text]) => {
    const part = comparableText(text);
    return part !== '' && whole.startsWith(part) && usualEnd.test(whole.slice(part.length));
  });
  const [only, ...others] = begun;
  return others.length === 0 ? only?.[0] : undefined;
}

const usualEnd = /^(?:(?:召?开|进行|交|办|讲)?[一1]次|以[上内下]|才对|就行|就可以|这个|那个)$/u;
