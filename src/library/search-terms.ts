/**
 * The part of a query that is looked for. People type a few words; whoever pastes a page means its beginning,
 * and no message may keep the service from answering the others.
 */
export function heardPart(query: string): string {
  return Array.from(normalise(query).trim()).slice(0, longestQuery).join('').trim();
}

/** In characters: the longest title there is, and some more. */
const longestQuery = 40;

/**
 * Cuts text into what the search index knows it by: words and numbers as they are, Chinese as every two
 * neighbouring characters (`党费怎么算` → 党费 费怎 怎么 么算), which needs no dictionary and finds any
 * phrase. A lone character stands for itself.
 */
export function searchTerms(text: string): string[] {
  const runs = normalise(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return runs.flatMap((run) => (/^\p{Script=Han}/u.test(run) ? pairsOf(run) : [run]));
}

/** The terms of a question without the words that only ask: `预备期怎么算` is about 预备期. */
export function questionTerms(query: string): string[] {
  return [...new Set(searchTerms(topicOf(query)))];
}

/** The words of a question as they were set apart, without those that only ask: `dangfei 多少` is about dangfei. */
export function questionWords(query: string): string[] {
  const words = topicOf(query).split(/\s+/u).map(searchPhrase);
  return [...new Set(words)].filter((word) => word !== '');
}

function topicOf(query: string): string {
  return normalise(query).replaceAll(/怎么样?|什么|如何|哪些|哪几|多久|多少|几次|请问|[吗呢]$/g, ' ');
}

/** Letters, digits and characters in a row, without spaces and punctuation: what a whole query looks like in a text. */
export function searchPhrase(text: string): string {
  return normalise(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Full width and capitals count like half width and small letters. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
