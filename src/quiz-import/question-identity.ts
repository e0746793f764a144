import { createHash } from 'node:crypto';
import { essenceOf } from '../library/quiz-likeness.ts';
import type { NewQuestion } from './complete-draft.ts';

/**
 * The same for two questions that ask the same, offer the same and have the same answer, whatever the
 * punctuation; with another answer it is another question (contract §6).
 */
export function identityOf(question: NewQuestion): string {
  const { type, ask, answer } = question;
  const choices = 'choices' in question ? [...question.choices.values()] : [];
  return JSON.stringify([type, essenceOf(ask), choices.map(essenceOf), answer]);
}

/**
 * An id for a question: what it asks decides it, so that the same question always gets the same id and
 * no id is ever given to another question, also after this one was deleted. Short, because it is kept
 * with everybody who answered it. `isTaken` is asked without regard to case.
 */
export function newQuestionId(
  prefix: string,
  question: NewQuestion,
  isTaken: (id: string) => boolean,
): string {
  const digest = createHash('sha256').update(identityOf(question)).digest('hex');
  const letters = BigInt(`0x${digest}`).toString(36);
  for (let length = shortest; ; length += 1) {
    const id = `${prefix}-${letters.slice(-length)}`;
    if (!isTaken(id) || length > letters.length) return id;
  }
}

/** 60 million ids. */
const shortest = 5;
