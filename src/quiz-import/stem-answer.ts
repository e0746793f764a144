import { judgementOf, lettersOf } from './answer-words.ts';
import type { Draft } from './draft.ts';

/** A stem without the answer that stood in its brackets: `一般多久开一次？（ B ）`. */
export interface StemAnswer {
  readonly ask: string;
  readonly answer?: string;
}

/** The last brackets that hold letters or, where there are no choices, 对, √ and the like; they stay, empty. */
export function takeStemAnswer({ ask, type, choices }: Draft): StemAnswer {
  if (type === 'fill') return { ask };
  const isAnswer = choices.length > 0 ? isLetters : isJudgement;
  for (const { 0: brackets, 1: content = '', index } of [...ask.matchAll(bracketed)].toReversed()) {
    if (!isAnswer(content)) continue;
    const left = `${ask.slice(0, index)}（　）${ask.slice(index + brackets.length)}`;
    return { ask: left.trim(), answer: content.trim() };
  }
  return { ask };
}

const bracketed = /[(（【[]\s*([^()（）【】[\]]{1,20}?)\s*[)）】\]]/gu;

/** Small letters in brackets are more likely part of the sentence. */
function isLetters(content: string): boolean {
  return !/[a-z]/.test(content) && (lettersOf(content)?.every((letter) => letter <= 'H') ?? false);
}

function isJudgement(content: string): boolean {
  return judgementOf(content) !== undefined;
}
