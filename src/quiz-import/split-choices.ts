import type { DraftChoice } from './draft.ts';

export interface SplitText {
  /** What stands before the first choice. */
  readonly before: string;
  readonly choices: readonly DraftChoice[];
}

/**
 * Takes `A.每月　B、每季度 (C)每半年 D．每年` apart. A letter counts only when it is the next one, so that
 * `维生素B.` in a choice stays text; the first may be any, so that a slip is noticed.
 */
export function splitChoices(text: string): SplitText {
  const found: { letter: string; at: number; end: number }[] = [];
  for (const style of styles) {
    for (const { index, 0: mark, groups } of text.matchAll(style)) {
      const letter = (groups?.letter ?? '').normalize('NFKC').toUpperCase();
      const previous = found.at(-1);
      if (previous === undefined ? index !== 0 && letter !== 'A' : letter !== following(previous.letter))
        continue;
      if (previous !== undefined && text.slice(previous.end, index).trim() === '') continue;
      found.push({ letter, at: index, end: index + mark.length });
    }
    // One letter in the middle of a sentence, as in `A.I.`, is no list of choices.
    if (found.length > 1 || found[0]?.at === 0) break;
    found.length = 0;
  }
  return {
    before: text.slice(0, found[0]?.at ?? text.length).trim(),
    choices: found.map(({ letter, end }, place) => ({
      letter,
      text: text.slice(end, found[place + 1]?.at ?? text.length).replace(/[\s；;，,]+$/u, ''),
    })),
  };
}

/** `A.` `A、` `A：` `(A)` anywhere, then `A 每月` and `A每月` behind a blank or a `；`. */
const styles = [
  /(?<![A-Za-z0-9])[(（]?\s*(?<letter>[A-HＡ-Ｈ])\s*[.．、:：)）]\s*/gu,
  /(?<=^|\s)[(（]?(?<letter>[a-h])\s*[.．、:：)）]\s*/gu,
  /(?<=^|[\s；;，,。])(?<letter>[A-HＡ-Ｈ])(?:\s+|(?=[\p{Script=Han}\d“《]))/gu,
];

function following(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}
