import { judgementOf, lettersOf } from './answer-words.ts';
import { hasBlank } from './blank.ts';
import type { Draft } from './draft.ts';

/** A stem without the answer that stood in its brackets: `一般多久开一次？（ B ）`. */
export interface StemAnswer {
  readonly ask: string;
  readonly answer?: string;
}

/**
 * The last brackets that hold letters or, where there are no choices, 对, √ and the like; they stay, empty.
 * Of a question known to be 填空 any single text: `不少于（32）学时`, `不少于__32__学时`.
 */
export function takeStemAnswer({ ask, type, choices, answer }: Draft): StemAnswer {
  if (type === 'fill' && choices.length === 0) return answer === undefined ? takeBlank(ask) : { ask };
  const isAnswer = choices.length > 0 ? isLetters : isJudgement;
  for (const { 0: brackets, 1: content = '', index } of [...ask.matchAll(bracketed)].toReversed()) {
    if (!isAnswer(content)) continue;
    const left = `${ask.slice(0, index)}（　）${ask.slice(index + brackets.length)}`;
    return { ask: left.trim(), answer: content.trim() };
  }
  const found = choices.length > 0 ? undefined : (trailing.exec(ask) ?? leading.exec(ask))?.groups;
  const { words = '', sign } = found ?? {};
  // A word may belong to the sentence, a sign never does.
  const isMeant = sign !== undefined && (type === 'judge' || /[√×✓✔✗✘]/u.test(sign));
  return isMeant ? { ask: words.trim(), answer: sign } : { ask };
}

/** `要向党员大会述职。√`, `要向党员大会述职。 正确` */
const trailing = /^(?<words>.*(?:[。；;！!）)]\s*|\s))(?<sign>正确|错误|对|错|[√×✓✔✗✘TF])[。.]?\s*$/u;
/** `√ 要向党员大会述职。` */
const leading = /^(?<sign>[√×✓✔✗✘])\s*(?<words>.*)$/u;

/** How many answers stand in the brackets of a 填空; of any other question none do. */
export function countFilledBlanks({ type, ask, choices }: Draft): number {
  return type === 'fill' && choices.length === 0 ? [...ask.matchAll(filledBlank)].length : 0;
}

function takeBlank(ask: string): StemAnswer {
  const [filled, ...others] = [...ask.matchAll(filledBlank)];
  if (filled === undefined || others.length > 0) return { ask };
  const { 0: whole, index } = filled;
  if (hasBlank(ask.replace(whole, ''))) return { ask };
  const answer = filled.slice(1).find((text) => text !== undefined) ?? '';
  return { ask: `${ask.slice(0, index)}____${ask.slice(index + whole.length)}`, answer: answer.trim() };
}

/** `（试行）` belongs to a rule's name. */
const filledBlank =
  /[(（]\s*(?!试行|修订)([^()（）_]{1,20}?)\s*[)）]|_{2,}\s*([\p{L}\p{N}%.]{1,20}?)\s*_{2,}/gu;

/** `（ B ）`, `__B__` */
const bracketed = /(?:[(（【[]|_{2,})\s*([^()（）【】[\]_]{1,20}?)\s*(?:[)）】\]]|_{2,})/gu;

/** Small letters in brackets are more likely part of the sentence. */
function isLetters(content: string): boolean {
  return !/[a-z]/.test(content) && (lettersOf(content)?.every((letter) => letter <= 'H') ?? false);
}

function isJudgement(content: string): boolean {
  return judgementOf(content) !== undefined;
}
