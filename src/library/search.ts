import type MiniSearch from 'minisearch';
import { snippetOf } from './search-snippet.ts';
import { createSoundIndex, type SoundIndex } from './search-sound.ts';
import { questionTerms, searchPhrase, searchTerms } from './search-terms.ts';

/** Anything that can be found: a study item now; a rule or a question later. */
export interface SearchDocument {
  /** Unique over all documents. */
  readonly id: string;
  readonly title: string;
  /** Plain text, one paragraph a line. */
  readonly text: string;
  readonly kind: string;
}

export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** One line around what was found, at most 40 characters. */
  readonly snippet: string;
}

export interface Search {
  /** The best hits first; none when nothing is near enough. */
  search(query: string, limit?: number): Promise<readonly SearchHit[]>;
}

/** A document with its title and text as a whole query would stand in them. */
interface Indexed {
  readonly document: SearchDocument;
  readonly title: string;
  readonly text: string;
}

/** A document that was found, and the words that show why, the most telling first. */
interface Found {
  readonly document: SearchDocument;
  readonly words: readonly string[];
}

interface Indexes {
  readonly all: readonly Indexed[];
  readonly words: MiniSearch;
}

/**
 * Searches a fixed set of documents, whose titles count most. Looks for the words of the query; when no
 * document has the query as a whole, also for its sound; when there is still nothing, for the query with
 * one character wrong. Index and dictionary are loaded with the first query that needs them.
 */
export function createSearch(documents: readonly SearchDocument[]): Search {
  let indexes: Promise<Indexes> | undefined;
  let sounds: Promise<SoundIndex> | undefined;

  return {
    async search(query, limit = 3) {
      const phrase = searchPhrase(query);
      if (phrase === '') return [];

      indexes ??= indexAll(documents);
      const { all, words } = await indexes;
      const byWords = findByWords(words, documents, query);
      const found = findByPhrase(all, phrase, byWords);
      if (found.length === 0) {
        sounds ??= createSoundIndex();
        found.push(...findBySound(await sounds, all, phrase));
      }
      found.push(...byWords);
      if (found.length === 0) found.push(...findNearMisses(all, phrase));

      return firstOfEach(found).slice(0, limit).map(hitOf);
    },
  };
}

async function indexAll(documents: readonly SearchDocument[]): Promise<Indexes> {
  const { default: Index } = await import('minisearch');
  const words = new Index({ fields: ['title', 'text'], tokenize: searchTerms, processTerm: (term) => term });
  words.addAll(documents);
  const all = documents.map((document) => ({
    document,
    title: searchPhrase(document.title),
    text: searchPhrase(document.text),
  }));
  return { all, words };
}

/** Documents that share enough with the query, the best first. */
function findByWords(index: MiniSearch, documents: readonly SearchDocument[], query: string): Found[] {
  const terms = questionTerms(query);
  const enough = Math.ceil(terms.length * 0.4);
  return index
    .search(terms.join(' '), { tokenize: (text) => text.split(' '), boost: { title: 4 } })
    .filter((result) => result.queryTerms.length >= enough)
    .flatMap((result) => {
      const document = documents.find((candidate) => candidate.id === result.id);
      return document === undefined ? [] : [{ document, words: result.queryTerms }];
    });
}

/** Those that contain the query as a whole: in the title, then in the text, and there by how well its words fit. */
function findByPhrase(all: readonly Indexed[], phrase: string, byWords: readonly Found[]): Found[] {
  const rank = new Map(byWords.map(({ document }, place) => [document, place]));
  const inOrder = all.toSorted(
    (a, b) => (rank.get(a.document) ?? all.length) - (rank.get(b.document) ?? all.length),
  );
  const inTitle = inOrder.filter(({ title }) => title.includes(phrase));
  const inText = inOrder.filter(({ text }) => text.includes(phrase));
  return [...inTitle, ...inText].map(({ document }) => ({
    document,
    words: [phrase, ...searchTerms(phrase)],
  }));
}

function findBySound(sounds: SoundIndex, all: readonly Indexed[], phrase: string): Found[] {
  const findIn = (part: 'title' | 'text') =>
    all.flatMap((indexed) => {
      const passage = sounds.find(indexed[part], phrase);
      if (passage === undefined) return [];
      return [{ document: indexed.document, words: [passage, ...searchTerms(passage)] }];
    });
  return [...findIn('title'), ...findIn('text')];
}

/** Those that have the query with one character different: in the title or, from three characters on, in the text. */
function findNearMisses(all: readonly Indexed[], phrase: string): Found[] {
  const characters = [...phrase];
  if (characters.length < 2 || characters.length > longestNearMiss) return [];

  const alternatives = characters.map((_, wrong) =>
    characters.map((character, index) => (index === wrong ? '.' : character)).join(''),
  );
  const nearly = new RegExp(alternatives.join('|'), 'u');
  return all.flatMap(({ document, title, text }) => {
    const passage = nearly.exec(characters.length === 2 ? title : `${title}\n${text}`)?.[0];
    return passage === undefined ? [] : [{ document, words: [passage] }];
  });
}

/** A longer query with one wrong character still shares enough words to be found by them. */
const longestNearMiss = 12;

function firstOfEach(found: readonly Found[]): Found[] {
  const firstByDocument = new Map<SearchDocument, Found>();
  for (const candidate of found) {
    if (!firstByDocument.has(candidate.document)) firstByDocument.set(candidate.document, candidate);
  }
  return [...firstByDocument.values()];
}

function hitOf({ document, words }: Found): SearchHit {
  const { id, title, kind } = document;
  return { id, title, kind, snippet: snippetOf(document.text, words) };
}
