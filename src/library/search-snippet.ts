import { shortened } from '../wording/shortened.ts';
import { normalise } from './search-terms.ts';
import { lengthOf } from './summary.ts';

const longestSnippet = 40;
/** So much is shown before a hit that stands deep inside a sentence. */
const leadIn = 10;

/** The sentence in which the first of the wanted words that occurs stands, cut to one line of a phone. */
export function snippetOf(text: string, wanted: readonly string[]): string {
  const sentences = text.split(/\n|(?<=[。！？])|；/).map((sentence) => sentence.trim());
  for (const word of wanted) {
    for (const sentence of sentences) {
      const at = normalise(sentence).indexOf(word);
      if (at !== -1) return around(sentence, at, word);
    }
  }
  return shortened(sentences[0] ?? '', longestSnippet);
}

function around(sentence: string, at: number, word: string): string {
  const before = sentence.slice(0, at);
  if (lengthOf(before) + lengthOf(word) < longestSnippet) return shortened(sentence, longestSnippet);

  const start = Array.from(before).slice(-leadIn).join('');
  return shortened(`…${start}${sentence.slice(at)}`, longestSnippet);
}
