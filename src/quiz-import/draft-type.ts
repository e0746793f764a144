import type { QuizType } from '../library/quiz-question.ts';
import { judgementOf, lettersOf, placesOf } from './answer-words.ts';
import { hasBlank } from './blank.ts';
import type { Draft } from './draft.ts';

/** The type that is written, else the one that choices, stem and answer speak for; undefined when nothing does. */
export function draftType({ type, ask, choices }: Draft, answer: string): QuizType | undefined {
  // Below 填空题 there may be choices all the same, when the next heading was forgotten.
  const isTrusted = type !== 'choice' && !(type === 'fill' && choices.length > 0);
  if (type !== undefined && isTrusted) return type;

  const letters = lettersOf(answer);
  if (choices.length > 0) {
    const isJudgement = type !== 'choice' && choices.every(({ text }) => judgementOf(text) !== undefined);
    if (isJudgement) return 'judge';
    const given = letters ?? placesOf(answer) ?? [];
    return given.length > 1 ? 'multiple' : 'single';
  }
  if (type === 'choice') return 'single';
  if (judgementOf(answer) !== undefined) return 'judge';
  // Letters for an answer, and the choices were lost.
  if (letters?.every((letter) => letter <= 'H')) return 'single';
  return hasBlank(ask) ? 'fill' : undefined;
}
