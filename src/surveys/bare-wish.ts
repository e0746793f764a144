import { firstOpen, letterOf, type Answers } from './answers.ts';
import { readSurveyWish, type SurveyWish } from './survey-wish.ts';
import type { Survey } from './survey.ts';

/**
 * What words without a command mean to somebody who is shown this survey: a letter, the words of a choice,
 * all letters at once, or what the buttons at its end say. `undefined` when they are meant for something else.
 */
export function readBareWish(survey: Survey, answers: Answers, typed: string): SurveyWish | undefined {
  const words = typed
    .normalize('NFKC')
    .trim()
    .replace(/[。.！!]$/u, '')
    .toUpperCase();
  const place = firstOpen(answers);
  if (place === undefined) return atTheEnd(words);
  if (/^[A-H]$/u.test(words)) return { kind: 'answer', place, letter: words };
  if (/^[A-H](?:[\s,，、;；]*[A-H])+$/u.test(words)) return { kind: 'answers', letters: words };
  const choice = survey.questions[place - 1]?.choices.findIndex((one) => one.toUpperCase() === words) ?? -1;
  return choice === -1 ? undefined : { kind: 'answer', place, letter: letterOf(choice) };
}

/** When everything is answered; another letter only shows what there is to do now. */
function atTheEnd(words: string): SurveyWish | undefined {
  if (/^[A-H]+$/u.test(words)) return { kind: 'open' };
  const wish = readSurveyWish(words);
  return wish.kind === 'handIn' || wish.kind === 'again' ? wish : undefined;
}
