/** `____`, `＿＿`, or empty brackets. */
const blanks = /(?:_\s?){2,}|＿+|[(（]\s*[)）]|[【[]\s*[】\]]/gu;

/** How the blank of a question is written in the bank. */
const blank = '____';

export function hasBlank(ask: string): boolean {
  return countBlanks(ask) > 0;
}

export function countBlanks(ask: string): number {
  return ask.match(blanks)?.length ?? 0;
}

export function withPlainBlanks(ask: string): string {
  return ask.replaceAll(blanks, blank);
}

/** Empty brackets at the end of a whole sentence only say where a letter or a sign was to be written. */
export function withoutEmptyEnd(ask: string): string {
  return ask.replace(/(?<=[。？！?!.])\s*[(（]\s*[)）]$/u, '').trim();
}

/** The same brackets in the middle or before the full stop are the place that the choices fill. */
export function withWideBrackets(ask: string): string {
  return ask.replaceAll(/[(（]\s*[)）]/gu, '（　）');
}

/** A statement to be judged needs no place for the sign. */
export function withoutBrackets(ask: string): string {
  return ask.replaceAll(/\s*[(（]\s*[)）]/gu, '').trim();
}
