/** An entry of a list of answers, such as stands at the end of a paper. */
export interface ListedAnswer {
  readonly number: number;
  readonly answer: string;
}

/**
 * Reads a line that is nothing but answers with their numbers: `1-5 BACDA 6-10：ABCDD`, `1.B 2.AC 3.√`.
 * Undefined for any other line; a sentence when the numbers and the answers of a range do not match.
 */
export function readAnswerList(line: string): ListedAnswer[] | { readonly wrong: string } | undefined {
  const text = line.normalize('NFKC');
  const answers: ListedAnswer[] = [];
  let place = 0;
  while (place < text.length) {
    const range = matchAt(rangeEntry, text, place);
    const entry = range ?? matchAt(singleEntry, text, place);
    if (entry === undefined) return undefined;
    place += entry[0].length;

    const { first = '', last = first, given = '' } = entry.groups ?? {};
    const numbers = numbersFrom(Number(first), Number(last));
    const each = range === undefined ? [given] : answersOf(given, numbers.length);
    if (each.length !== numbers.length) {
      return { wrong: `${first}-${last} 应当有 ${numbers.length} 个答案，写了 ${each.length} 个。` };
    }
    answers.push(...numbers.map((number, index) => ({ number, answer: each[index] ?? '' })));
  }
  return answers.length > 0 ? answers : undefined;
}

const mark = '正确|错误|对|错|√|×|✓|✔|✗|✘';
const behind = '[\\s,;。、]*';
const rangeEntry = new RegExp(
  `(?<first>\\d{1,4})\\s*[-–—~～至]+\\s*(?<last>\\d{1,4})题?\\s*[:.、]?\\s*(?<given>(?:(?:[A-H]+|${mark})[\\s,、]*)+)${behind}`,
  'uy',
);
const singleEntry = new RegExp(
  `第?(?<first>\\d{1,4})题?\\s*(?:[:.、)]|(?=\\s|[A-H√×✓✔✗✘]))\\s*(?<given>[A-H](?:[、,]?[A-H])*|${mark})(?![A-Za-z\\p{Script=Han}])${behind}`,
  'uy',
);

/** One answer a word; or, when all of them stand together, one a sign. */
function answersOf(given: string, count: number): string[] {
  const words = given.split(/[\s,、]+/).filter((word) => word !== '');
  const signs = [...given.matchAll(new RegExp(`[A-H]|${mark}`, 'gu'))].map(([sign]) => sign);
  if (words.length === count) return words;
  return words.length === 1 || signs.length === count ? signs : words;
}

function numbersFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text) ?? undefined;
}
