import type { QuizQuestion } from './quiz-question.ts';

/** Finds questions that ask the same in nearly the same words. */
export interface LikenessIndex<Entry> {
  /** The entry most like this question, if any is like it. */
  mostLike(question: Likenable): Entry | undefined;
  add(question: Likenable, entry: Entry): void;
}

/** What counts for likeness: questions of different types are never alike. */
export type Likenable = Pick<QuizQuestion, 'type' | 'ask'> & {
  readonly choices?: ReadonlyMap<string, string>;
};

/** Shared pairs of neighbouring characters, of all that occur in either: 1 is the same text. */
const alikeAsks = 0.75;
/** `下列说法正确的是` is another question with other choices. */
const alikeWholes = 0.5;

export function createLikenessIndex<Entry>(): LikenessIndex<Entry> {
  const known: { readonly type: string; readonly pairs: Pairs; readonly entry: Entry }[] = [];
  const placesByPair = new Map<string, number[]>();

  return {
    mostLike(question) {
      const pairs = pairsOf(question);
      const sharedByPlace = new Map<number, number>();
      for (const pair of pairs.ask) {
        for (const place of placesByPair.get(pair) ?? []) {
          sharedByPlace.set(place, (sharedByPlace.get(place) ?? 0) + 1);
        }
      }

      let best: { readonly likeness: number; readonly entry: Entry } | undefined;
      for (const [place, shared] of sharedByPlace) {
        const other = known[place];
        if (other === undefined || other.type !== question.type) continue;
        const likeness = shared / (pairs.ask.size + other.pairs.ask.size - shared);
        if (likeness < alikeAsks || likeness <= (best?.likeness ?? 0)) continue;
        if (likenessOf(pairs.whole, other.pairs.whole) < alikeWholes) continue;
        best = { likeness, entry: other.entry };
      }
      return best?.entry;
    },

    add(question, entry) {
      const pairs = pairsOf(question);
      for (const pair of pairs.ask) {
        const places = placesByPair.get(pair);
        if (places === undefined) placesByPair.set(pair, [known.length]);
        else places.push(known.length);
      }
      known.push({ type: question.type, pairs, entry });
    },
  };
}

/**
 * The text as it is compared: width, case, blanks and punctuation do not matter; what makes another
 * number of a number does.
 */
export function essenceOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}\p{Sm}%.]/gu, '');
}

/** `包括哪些？`, `包括什么？` and `包括（　）。` ask the same, as do `多久开一次` and `（　）召开一次`. */
const fillers = /下列|以下|下面|哪[些几个种项]?|什么|多少|多久|多长时间|召(?=开)|[几吗呢的了]/g;

interface Pairs {
  readonly ask: ReadonlySet<string>;
  /** Of question and choices. */
  readonly whole: ReadonlySet<string>;
}

function pairsOf({ ask, choices }: Likenable): Pairs {
  const pairs = neighbours(ask);
  const ofChoices = [...(choices?.values() ?? [])].flatMap((text) => [...neighbours(text)]);
  return { ask: pairs, whole: new Set([...pairs, ...ofChoices]) };
}

/** Pairs of neighbouring characters; the ends of the text count as a character. */
function neighbours(text: string): Set<string> {
  const characters = ['^', ...Array.from(essenceOf(text).replaceAll(fillers, '')), '$'];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared / (one.size + other.size - shared);
}
