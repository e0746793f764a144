import { Refusal } from '../errors.ts';
import { quizTypes, type QuizQuestion, type QuizType } from '../library/quiz-question.ts';
import { typeNames } from '../quiz/asking-card.ts';
import { comparable } from '../roster/comparable.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Portion } from './paper.ts';
import type { PaperOptions } from './paper-options.ts';
import { shareOut } from './share-out.ts';

/**
 * Divides what the bank has into the portions of a paper: so many of each tag and type for everybody. A
 * question counts for the first tag that was named and that it carries; what expires before the paper
 * ends is left out. Throws a Refusal that says how many there are when they are not enough.
 */
export function portionsOf(
  bank: readonly QuizQuestion[],
  { count, types, tags }: Pick<PaperOptions, 'count' | 'types' | 'tags'>,
  until: LocalDate,
): readonly Portion[] {
  const usable = bank.filter(({ type, expires }) => {
    const wanted = types.size === 0 ? type !== 'fill' : types.has(type);
    return wanted && (expires === undefined || expires >= until);
  });
  if (usable.length < count) throw new Refusal(bankTooSmall(usable.length, count));

  const shelves = shelvesOf(usable, tags, count);
  const rows = shelves.map((shelf) => shelf.count);
  const supply = shelves.map(({ questions }) => quizTypes.map((type) => ofType(questions, type).length));
  const shares = types.size === 0 ? usualShares(rows, supply, count) : chosenShares(rows, supply, types);

  return shelves.flatMap(({ questions }, row) =>
    quizTypes.flatMap((type, column) => {
      const share = shares[row]?.[column] ?? 0;
      return share === 0 ? [] : [{ type, count: share, pool: ofType(questions, type).map(({ id }) => id) }];
    }),
  );
}

/** The questions with one tag, the last shelf with all that have none of the named. */
interface Shelf {
  readonly questions: readonly QuizQuestion[];
  readonly count: number;
}

function shelvesOf(
  usable: readonly QuizQuestion[],
  tags: ReadonlyMap<string, number>,
  count: number,
): readonly Shelf[] {
  const shelves: Shelf[] = [];
  let rest = usable;
  for (const [tag, share] of tags) {
    const wanted = comparable(tag);
    const has = (question: QuizQuestion): boolean => question.tags.some((one) => comparable(one) === wanted);
    if (!usable.some(has)) throw new Refusal(unknownTag(tag, usable));
    const questions = rest.filter(has);
    if (questions.length < share) {
      throw new Refusal(
        `题库里“${tag}”能用的有 ${questions.length} 道（归了前面标签的不重复算），不够 ${share} 道。请少写一些。`,
      );
    }
    shelves.push({ questions, count: share });
    rest = rest.filter((question) => !has(question));
  }

  const left = count - shelves.reduce((sum, shelf) => sum + shelf.count, 0);
  if (left === 0) return shelves;
  if (rest.length < left) {
    throw new Refusal(
      `除了这些标签，题库里能用的只有 ${rest.length} 道，不够余下的 ${left} 道。请多写一些标签，或减少题数。`,
    );
  }
  return [...shelves, { questions: rest, count: left }];
}

function chosenShares(
  rows: readonly number[],
  supply: readonly (readonly number[])[],
  types: ReadonlyMap<QuizType, number>,
): readonly (readonly number[])[] {
  for (const [column, type] of quizTypes.entries()) {
    const there = supply.reduce((sum, row) => sum + (row[column] ?? 0), 0);
    const wanted = types.get(type) ?? 0;
    if (there < wanted) {
      throw new Refusal(`题库里能用的${typeNames[type]}有 ${there} 道，不够 ${wanted} 道。请少写一些。`);
    }
  }
  const columns = quizTypes.map((type) => types.get(type) ?? 0);
  const shares = shareOut(rows, columns, supply);
  if (shares !== undefined) return shares;
  throw new Refusal('题库里同时符合这些标签和题型的题不够。请只写标签，或只写题型。');
}

/** As near to the usual mix as the bank allows. */
function usualShares(
  rows: readonly number[],
  supply: readonly (readonly number[])[],
  count: number,
): readonly (readonly number[])[] {
  const totals = quizTypes.map((_, column) => supply.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  // The tags may not allow the mix. They can always be had as such, for there are enough of each.
  return shareOut(rows, usualMix(count, totals), supply) ?? shareOut(rows, totals, supply) ?? [];
}

/** Domain §7.5: of 20 questions 12 single, 4 multiple and 4 judge. In the order of `quizTypes`. */
const usualTwentieths = [12, 4, 4, 0] as const;

/** The usual mix of so many questions; what one type lacks, the next ones give. */
export function usualMix(count: number, supply: readonly number[]): readonly number[] {
  const ideal = usualTwentieths.map((share) => (share * count) / 20);
  const mix = ideal.map((share, column) => Math.min(Math.floor(share), supply[column] ?? 0));
  const lacks = (column: number): number => (ideal[column] ?? 0) - (mix[column] ?? 0);
  for (let missing = count - sumOf(mix); missing > 0; missing -= 1) {
    const [next] = [...mix.keys()]
      .filter((column) => (mix[column] ?? 0) < (supply[column] ?? 0))
      .toSorted((a, b) => lacks(b) - lacks(a));
    if (next === undefined) break;
    mix[next] = (mix[next] ?? 0) + 1;
  }
  return mix;
}

function ofType(questions: readonly QuizQuestion[], type: QuizType): readonly QuizQuestion[] {
  return questions.filter((question) => question.type === type);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function bankTooSmall(there: number, wanted: number): string {
  if (there === 0) return '题库里现在没有能用的题，发布不了。请编辑先补充 content/quiz 里的题。';
  return `题库里现在能用的有 ${there} 道，不够 ${wanted} 题。可以减少题数，例如：${there}题`;
}

function unknownTag(tag: string, usable: readonly QuizQuestion[]): string {
  const tags = [...new Set(usable.flatMap((question) => question.tags))];
  return `题库里没有标签“${tag}”。现有：${tags.slice(0, mostTags).join('、')}${tags.length > mostTags ? '等' : ''}。`;
}

/** More do not fit on a phone screen. */
const mostTags = 20;
