import type { Survey } from './survey.ts';

/**
 * Somebody's answers: a letter for each question, `-` where there is none yet. Always as long as the survey,
 * so that what is sealed shows nothing by its length.
 */
export type Answers = string;

const letters = 'ABCDEFGH';
const none = '-';

export function noAnswers({ questions }: Survey): Answers {
  return none.repeat(questions.length);
}

/** `undefined` when there is no such question, or it has no such choice. */
export function withAnswer(
  survey: Survey,
  answers: Answers,
  place: number,
  letter: string,
): Answers | undefined {
  const choices = survey.questions[place - 1]?.choices.length ?? 0;
  const index = letters.indexOf(letter);
  if (letter.length !== 1 || index === -1 || index >= choices) return undefined;
  return answers.slice(0, place - 1) + letter + answers.slice(place);
}

/** All letters at once, as people type them; `undefined` when they do not fit the questions. */
export function readAnswers(survey: Survey, typed: string): Answers | undefined {
  const given = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s,，、;；.。]/gu, '');
  if (given.length !== survey.questions.length) return undefined;
  let answers: Answers | undefined = noAnswers(survey);
  for (const [index, letter] of [...given].entries()) {
    answers = answers && withAnswer(survey, answers, index + 1, letter);
  }
  return answers;
}

/** The first question without an answer, from 1; `undefined` when all have one. */
export function firstOpen(answers: Answers): number | undefined {
  const index = answers.indexOf(none);
  return index === -1 ? undefined : index + 1;
}

/** Whether this is a complete set of answers to the survey. */
export function isComplete(survey: Survey, answers: Answers): boolean {
  return readAnswers(survey, answers) === answers;
}

/** Per question, how often each choice was taken. */
export function countAnswers(survey: Survey, all: readonly Answers[]): readonly (readonly number[])[] {
  return survey.questions.map(({ choices }, question) =>
    choices.map((_, choice) => all.filter((answers) => answers[question] === letters[choice]).length),
  );
}

/** `A`, `B` … in the order of the choices. */
export function letterOf(index: number): string {
  return letters.charAt(index);
}
