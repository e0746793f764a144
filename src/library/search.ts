import type { SearchDocument } from './search-document.ts';
import {
  findByEachWord,
  findByPhrase,
  findBySound,
  findByWords,
  findNearMisses,
  type Found,
} from './search-finders.ts';
import { indexDocuments, type SearchIndex } from './search-index.ts';
import { snippetOf } from './search-snippet.ts';
import { createSoundIndex, type SoundIndex } from './search-sound.ts';
import { heardPart, questionWords, searchPhrase } from './search-terms.ts';

export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** The command line that opens it. */
  readonly line: string;
  /** One line around what was found, at most 40 characters. */
  readonly snippet: string;
}

export interface Search {
  /** The best hits first; none when nothing is near enough. */
  search(query: string, limit?: number): Promise<readonly SearchHit[]>;
}

/**
 * Searches a fixed set of documents, whose titles count most. Looks for the words of the query; when no
 * document has the query as a whole, also for its sound and first letters; when there is still nothing, for
 * the query with one character wrong. Of a long query only the beginning is looked for. Index and dictionary are loaded with the first query that needs them.
 */
export function createSearch(documents: readonly SearchDocument[]): Search {
  let index: Promise<SearchIndex> | undefined;
  let sounds: Promise<SoundIndex> | undefined;

  return {
    async search(typed, limit = 3) {
      const query = heardPart(typed);
      const phrase = searchPhrase(query);
      if (phrase === '') return [];

      index ??= indexDocuments(documents);
      const { all, words } = await index;
      const byWords = findByWords(words, all, query);
      const found = findByPhrase(all, phrase, byWords);
      if (found.length === 0) {
        sounds ??= createSoundIndex();
        const heard = await sounds;
        found.push(...findBySound(heard, all, phrase));
        if (found.length === 0) found.push(...findByEachWord(heard, all, questionWords(query)));
      }
      found.push(...byWords);
      if (found.length === 0) found.push(...findNearMisses(all, phrase));

      return kindsFirst(firstOfEach(found)).slice(0, limit).map(hitOf);
    },
  };
}

function firstOfEach(found: readonly Found[]): Found[] {
  const firstByDocument = new Map<SearchDocument, Found>();
  for (const candidate of found) {
    if (!firstByDocument.has(candidate.document)) firstByDocument.set(candidate.document, candidate);
  }
  return [...firstByDocument.values()];
}

/** The best of each kind comes before the second best of any: many rules have 换届 in their title. */
function kindsFirst(found: readonly Found[]): readonly Found[] {
  const best = found.filter(
    ({ document: { kind } }, place) =>
      found.findIndex(({ document: other }) => other.kind === kind) === place,
  );
  return [...best, ...found.filter((one) => !best.includes(one))];
}

function hitOf({ document, words }: Found): SearchHit {
  const { id, title, kind, line } = document;
  return { id, title, kind, line, snippet: snippetOf(document.text, words) };
}
