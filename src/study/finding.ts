import type { Answer } from '../chat/answer.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { basisText } from '../duties/basis-text.ts';
import { dutyTitled } from '../duties/duty-documents.ts';
import { Refusal } from '../errors.ts';
import type { Library } from '../library/library.ts';
import type { Search, SearchHit } from '../library/search.ts';
import type { QuestionBank } from '../quiz/question-bank.ts';
import { solvedQuestionText } from '../quiz/quiz-cards.ts';
import { itemText, nothingToReadText } from './study-cards.ts';

/** 搜索 and 看: finding things of the library and opening them. */
export interface Finding {
  /** The best hits first; their numbers open them for a while. */
  search(turn: Turn, words: string): Promise<readonly SearchHit[]>;
  /** Opens what has this id or title, or this number in the latest search. Throws a Refusal when nothing has. */
  open(turn: Turn, wanted: string): Answer;
  /** A number without a command, while the hits are what was shown last. */
  bare(turn: Turn, words: string): Answer | undefined;
  /** States that something else is shown now. */
  putAside(turn: Turn): void;
}

export interface FindingParts {
  readonly library: Pick<Library, 'studyItems' | 'duties'>;
  readonly questionBank: Pick<QuestionBank, 'find'>;
  readonly index: Search;
  readonly desks: Desks;
}

/** The desk's field: `<instant of the search> <id or title>|<id or title>|…`. */
export const foundField = 'found';

export function createFinding({ library, questionBank, index, desks }: FindingParts): Finding {
  return {
    async search(turn, words) {
      const hits = await index.search(words);
      const opening = hits.map(({ line }) => line.replace(/^看 /u, '')).join('|');
      turn.work.write('HSET', deskKey(turn), foundField, `${turn.at} ${opening}`);
      return hits;
    },
    open(turn, wanted) {
      const answer = opened(turn, wanted) ?? opened(turn, numbered(turn, wanted)?.wanted);
      if (answer === undefined) throw new Refusal(nothingToReadText(wanted));
      return answer;
    },
    bare(turn, words) {
      const found = numbered(turn, words);
      return found === undefined || turn.at > found.at + shownFor ? undefined : opened(turn, found.wanted);
    },
    putAside(turn) {
      if (turn.desk[foundField] !== undefined) turn.work.write('HDEL', deskKey(turn), foundField);
    },
  };

  function opened(turn: Turn, wanted: string | undefined): Answer | undefined {
    if (wanted === undefined) return undefined;
    const id = wanted.toLowerCase();
    const item = library.studyItems.find((one) => one.id.toLowerCase() === id);
    if (item !== undefined) return { markdown: itemText(item) };
    const question = questionBank.find(id);
    if (question !== undefined) return solvedQuestionText(question);
    const duty = dutyTitled(library.duties, turn.today, wanted);
    return duty === undefined ? undefined : basisText(duty);
  }

  function deskKey(turn: Turn): string {
    return desks.key(turn.member.person.userid);
  }
}

/** What stands under this number in the latest search. */
function numbered(
  { desk }: Turn,
  words: string,
): { readonly at: number; readonly wanted: string } | undefined {
  const [, number] = /^第?([1-9])[条个号]?[。.]?$/u.exec(words.normalize('NFKC').trim()) ?? [];
  const [, at, opening = ''] = /^(\d+) (.*)$/u.exec(desk[foundField] ?? '') ?? [];
  const wanted = opening.split('|')[Number(number) - 1];
  return number === undefined || wanted === undefined || wanted === ''
    ? undefined
    : { at: Number(at), wanted };
}

/** In milliseconds: as long as a preview waits for 确认 (contract §4). */
const shownFor = 10 * 60_000;
