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
  const cut = (start: number, length: number): void => {
    left = `${left.slice(0, start).trimEnd()} ${left.slice(start + length).trimStart()}`.trim();
  };
  for (const [index, { isKnown }] of forms.entries()) {
    if (isKnown === undefined || said[index] !== undefined) continue;
    const range = forms[index + 1]?.isKnown === isKnown ? knownRange(left, isKnown) : undefined;
    if (range !== undefined) {
      said[index] = range.first;
      said[index + 1] = range.last;
      cut(range.start, range.length);
      continue;
    }
    const found = knownWord(left, isKnown);
    if (!found) continue;
    said[index] = found.word;
    cut(found.start, found.word.length);
  }
  for (const [index, form] of forms.entries()) {
    if (said[index] !== undefined || left === '') continue;
    if (isLeftOut(form, left)) continue;
    const words = wordsFor(form, left, index === forms.length - 1 ? 'last' : 'inner');
    said[index] = words;
    left = left.slice(words.length).trim();
  }
  return { said, left };
}

/** A number that may be left out has been, where what stands in its place is the text behind it: 退回 还缺一份. */
function isLeftOut({ onlyOne }: ArgumentForm, left: string): boolean {
  return onlyOne && !numberLike.test(left);
}

/** 第二号 and abc are meant as numbers, and refused as such. */
const numberLike = /^(?:[第#\w]*\d|第?[〇一二三四五六七八九十]+[号件条]?(?:\s|$)|[a-z]+(?:\s|$))/iu;

/** A word of the line, or what of it begins with its first digit: 集中培训4学时. */
function knownWord(line: string, isKnown: (word: string) => boolean) {
  const words = [...line.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ word, start: index }));
  const ends = words.flatMap(({ word, start }) => {
    const digit = word.search(/(?<=\p{Script=Han})\d/u);
    return digit === -1 ? [] : [{ word: word.slice(digit), start: start + digit }];
  });
  return [...words, ...ends].find(({ word }) => isKnown(word));
}

/** Two neighbours of one kind may stand as a range: `12-01至12-10`, `12月1日 到 12月10日`. */
function knownRange(line: string, isKnown: (word: string) => boolean) {
  for (const { 0: whole, index, groups } of line.matchAll(range)) {
    const { first = '', last = '' } = groups ?? {};
    if (isKnown(first) && isKnown(last)) return { first, last, start: index, length: whole.length };
  }
  return undefined;
}

const range = /(?<=^|\s)(?<first>[^\s至到~～—]+)\s*(?:至|到|~|～|—+)\s*(?<last>[^\s至到~～—]+)(?=\s|$)/gu;
