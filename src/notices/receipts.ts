import type { Turn } from '../chat/turn.ts';
import { seesAllNames } from '../roster/names-seen.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import { answerFigures, keptFigures, type AnswerFigures } from './answer-figures.ts';
import type { AnswerStore } from './answer-store.ts';
import type { GivenAnswer } from './notice-question.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Notice } from './notice.ts';
import { receiptFigures, type ReceiptFigures, type ReceiptState } from './receipt.ts';
import type { ReceiptStore } from './receipt-store.ts';
import type { NoticeRecalling, RecallResult } from './recalling.ts';

/** 回执: what became of a notice, as far as an officer may see it. */
export interface NoticeReceipts {
  /** `undefined` when there is no such notice, or none of the officer's people got it. */
  of(turn: Turn, number: number): Promise<SeenReceipts | undefined>;
}

export interface SeenReceipts {
  readonly notice: Notice;
  /** Whose receipts: those of the officer's own organisation; `undefined`: all. */
  readonly scope: Organisation | undefined;
  /** Whether these are people of the officer's own branch, who are shown by name. */
  readonly isNamed: boolean;
  readonly figures: ReceiptFigures;
  /** By userid in lower case; nobody when the notice is older than a year. */
  readonly states: ReadonlyMap<string, ReceiptState>;
  /** Where they are named: the people of `scope` whom it was for, in the order of the roster. */
  readonly people: readonly Person[];
  /** What was answered to its questions, by those whose receipts these are. */
  readonly answers: readonly AnswerFigures[];
  /** Their answers, by userid in lower case; with names they are shown to the people's own officers only. */
  readonly given: ReadonlyMap<string, readonly GivenAnswer[]>;
  /** Present when it was recalled. */
  readonly recall?: RecallResult;
}

export interface NoticeReceiptParts {
  readonly store: Pick<NoticeStore, 'find'>;
  readonly receipts: Pick<ReceiptStore, 'figures' | 'states'>;
  readonly answers: Pick<AnswerStore, 'all' | 'kept'>;
  readonly recalling: Pick<NoticeRecalling, 'result'>;
}

export function createNoticeReceipts({
  store,
  receipts,
  answers,
  recalling,
}: NoticeReceiptParts): NoticeReceipts {
  return {
    async of(turn, number) {
      const [notice, states] = await Promise.all([store.find(number), receipts.states(number)]);
      if (notice === undefined) return undefined;
      const { questions } = notice;
      const given =
        questions.length === 0 ? new Map<string, readonly GivenAnswer[]>() : await answers.all(number);
      const recall = notice.life.state === 'recalled' ? { recall: await recalling.result(notice) } : {};
      if (turn.member.role === 'committee') {
        const figures = await receipts.figures(number);
        const kept = questions.length === 0 ? undefined : await answers.kept(number);
        const counted =
          kept === undefined ? answerFigures(questions, given.values()) : keptFigures(questions, kept);
        return {
          notice,
          scope: undefined,
          isNamed: false,
          figures,
          states,
          people: [],
          answers: counted,
          given,
          ...recall,
        };
      }
      const [scope] = turn.roster.scopeOf(turn.member);
      const people = turn.roster
        .peopleInScopeOf(turn.member)
        .filter(({ userid }) => states.has(userid.toLowerCase()));
      if (scope === undefined || people.length === 0) return undefined;
      const own = ofPeople(states, people);
      const ownAnswers = ofPeople(given, people);
      const isNamed = seesAllNames(turn.roster, turn.member);
      return {
        notice,
        scope,
        isNamed,
        figures: receiptFigures(own.values()),
        states: own,
        people: isNamed ? people : [],
        answers: answerFigures(questions, ownAnswers.values()),
        given: ownAnswers,
        ...recall,
      };
    },
  };
}

function ofPeople<Value>(
  all: ReadonlyMap<string, Value>,
  people: readonly Person[],
): ReadonlyMap<string, Value> {
  const own = people.flatMap(({ userid }) => {
    const value = all.get(userid.toLowerCase());
    return value === undefined ? [] : [[userid.toLowerCase(), value] as const];
  });
  return new Map(own);
}
