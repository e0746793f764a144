import { wordsFor, type ArgumentForm } from './arguments.ts';

/** Which words of a line belong to which argument. */
export interface AssignedWords {
  /** In the order of the arguments; `undefined` where nothing was said. */
  readonly said: readonly (string | undefined)[];
  /** What belongs to none. */
  readonly left: string;
}

/** Words known by their form count wherever they stand on the line, all others in their order. */
export function assignWords(forms: readonly ArgumentForm[], line: string): AssignedWords {
  const said = forms.map((): string | undefined => undefined);
  let left = line.trim();
  for (const [index, { isKnown }] of forms.entries()) {
    const known = isKnown && [...left.matchAll(/\S+/gu)].find(([word]) => isKnown(word));
    if (!known) continue;
    const [word] = known;
    said[index] = word;
    left =
      `${left.slice(0, known.index).trimEnd()} ${left.slice(known.index + word.length).trimStart()}`.trim();
  }
  for (const [index, form] of forms.entries()) {
    if (said[index] !== undefined || left === '') continue;
    const words = wordsFor(form, left);
    said[index] = words;
    left = left.slice(words.length).trim();
  }
  return { said, left };
}
