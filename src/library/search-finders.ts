import type MiniSearch from 'minisearch';
import type { IndexedDocument } from './search-index.ts';
import type { SoundIndex } from './search-sound.ts';
import { questionTerms, searchTerms } from './search-terms.ts';
import type { SearchDocument } from './search-document.ts';

/** A document that was found, and the words that show why, the most telling first. */
export interface Found {
  readonly document: SearchDocument;
  readonly words: readonly string[];
}

/** Documents that share enough with the query, the best first. */
export function findByWords(words: MiniSearch, all: readonly IndexedDocument[], query: string): Found[] {
  const terms = questionTerms(query);
  const enough = Math.ceil(terms.length * 0.4);
  return words
    .search(terms.join(' '), { tokenize: (text) => text.split(' ') })
    .filter((result) => result.queryTerms.length >= enough)
    .flatMap((result) => {
      const indexed = all[Number(result.id)];
      return indexed === undefined ? [] : [{ document: indexed.document, words: result.queryTerms }];
    });
}

/** Those that have the query as a keyword, then as a part of the title, then of the text; within each by its words. */
export function findByPhrase(
  all: readonly IndexedDocument[],
  phrase: string,
  byWords: readonly Found[],
): Found[] {
  const rank = new Map(byWords.map(({ document }, place) => [document, place]));
  const inOrder = all.toSorted(
    (a, b) => (rank.get(a.document) ?? all.length) - (rank.get(b.document) ?? all.length),
  );
  const asKeyword = inOrder.filter(({ keywords }) => keywords.includes(phrase));
  const inTitle = inOrder.filter(({ title }) => title.includes(phrase));
  const inText = inOrder.filter(({ text }) => text.includes(phrase));
  return [...asKeyword, ...inTitle, ...inText].map(({ document }) => ({
    document,
    words: [phrase, ...searchTerms(phrase)],
  }));
}

export function findBySound(sounds: SoundIndex, all: readonly IndexedDocument[], phrase: string): Found[] {
  const find = sounds.finder(phrase);
  const findIn = (passageIn: (indexed: IndexedDocument) => string | undefined) =>
    all.flatMap((indexed) => {
      const passage = passageIn(indexed);
      if (passage === undefined) return [];
      return [{ document: indexed.document, words: [passage, ...searchTerms(passage)] }];
    });
  return [
    ...findIn(({ keywords }) => keywords.find((keyword) => find(keyword) === keyword)),
    ...findIn(({ title }) => find(title)),
    ...findIn(({ text }) => find(text)),
  ];
}

/** Those that have each of the words, pinyin by its sound: `dangfei 基数`, however far they stand apart. */
export function findByEachWord(
  sounds: SoundIndex,
  all: readonly IndexedDocument[],
  words: readonly string[],
): Found[] {
  const spelled = words.filter((word) => /[a-z]/u.test(word));
  const written = words.filter((word) => !spelled.includes(word));
  const [first = [], ...others] = spelled.map((word) => findBySound(sounds, all, word));
  const having = new Set(
    all
      .filter(({ title, text }) => written.every((word) => title.includes(word) || text.includes(word)))
      .map(({ document }) => document),
  );
  return first.filter(
    ({ document }) =>
      having.has(document) && others.every((found) => found.some((other) => other.document === document)),
  );
}

/** Those that have the query with one character different: in the title or, from three characters on, in the text. */
export function findNearMisses(all: readonly IndexedDocument[], phrase: string): Found[] {
  const characters = Array.from(phrase);
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
