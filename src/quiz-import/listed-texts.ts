import type { LinePart } from './line-parts.ts';

type Stem = Extract<LinePart, { kind: 'stem' }>;

/**
 * The answers of blanks in a list: `1. 三年　2. 32　3. 半数`, also where the number and a figure run together
 * as in `1.32`. Undefined when the line begins with no number.
 */
export function listedTexts(line: string): readonly Stem[] | undefined {
  const texts: Stem[] = [];
  let rest = line;
  for (;;) {
    const { number = '', words = '' } = numbered.exec(rest)?.groups ?? {};
    if (number === '') return undefined;
    const next = Number(number.normalize('NFKC')) + 1;
    const behind = new RegExp(`[\\s；;]+(?=${next}\\s*[.．、:：])`, 'u').exec(words);
    texts.push({ kind: 'stem', number: next - 1, text: words.slice(0, behind?.index).trim() });
    if (behind === null) return texts;
    rest = words
      .slice(behind.index)
      .trim()
      .replace(/^[；;]\s*/u, '');
  }
}

const numbered = /^(?<number>[\d０-９]{1,4})\s*[.．、:：)）]\s*(?<words>.+)$/u;
