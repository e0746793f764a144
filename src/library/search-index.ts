import type MiniSearch from 'minisearch';
import type { SearchDocument } from './search-document.ts';
import { searchPhrase, searchTerms } from './search-terms.ts';

export interface SearchIndex {
  readonly all: readonly IndexedDocument[];
  /** Knows every document by its place in `all`. */
  readonly words: MiniSearch;
}

/** A document with its parts as a whole query would stand in them. */
export interface IndexedDocument {
  readonly document: SearchDocument;
  readonly keywords: readonly string[];
  readonly title: string;
  readonly text: string;
}

export async function indexDocuments(documents: readonly SearchDocument[]): Promise<SearchIndex> {
  const { default: Index } = await import('minisearch');
  const words = new Index({
    fields: ['keywords', 'title', 'text'],
    searchOptions: { boost: { keywords: 4, title: 4 } },
    tokenize: searchTerms,
    processTerm: (term) => term,
  });
  words.addAll(
    documents.map(({ keywords, title, text }, id) => ({ id, keywords: keywords.join(' '), title, text })),
  );

  const all = documents.map((document) => ({
    document,
    keywords: document.keywords.map(searchPhrase),
    title: searchPhrase(document.title),
    text: searchPhrase(document.text),
  }));
  return { all, words };
}
