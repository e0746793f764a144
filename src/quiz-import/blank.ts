/** `____`, `＿＿`, or empty brackets. */
const blanks = /(?:_\s?){2,}|＿+|[(（]\s*[)）]|[【[]\s*[】\]]/gu;

/** How the blank of a question is written in the bank. */
export const blank = '____';

export function hasBlank(ask: string): boolean {
  return countBlanks(ask) > 0;
}

export function countBlanks(ask: string): number {
  return ask.match(blanks)?.length ?? 0;
}

export function withPlainBlanks(ask: string): string {
  return ask.replaceAll(blanks, blank);
}

/** A statement to be judged often ends in empty brackets for the sign. */
export function withoutEmptyEnd(ask: string): string {
  return ask.replace(/\s*[(（]\s*[)）]\s*(?=[。.]?$)/u, '').trim();
}
