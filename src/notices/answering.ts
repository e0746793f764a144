import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { AnswerStore } from './answer-store.ts';
import { nextQuestion, type GivenAnswer } from './notice-question.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Notice } from './notice.ts';
import { readGivenAnswer, readTypedAnswer } from './read-answer.ts';
import type { ReceiptStore } from './receipt-store.ts';

/** 答复: answers the questions of a notice, which confirms it too. */
export interface NoticeAnswering {
  /** Throws a Refusal that says what can be answered. */
  answer(turn: Turn, number: number, words: string): Promise<Answered>;
  /** Which question of a notice waits for this member; `undefined` when none does. */
  open(turn: Turn, notice: Notice): Promise<number | undefined>;
}

export type Answered =
  | { readonly outcome: 'notAddressed' }
  | { readonly outcome: 'recalled' }
  /** `given`: all answers so far; `next`: the question that waits now. */
  | {
      readonly outcome: 'answered';
      readonly notice: Notice;
      readonly given: readonly GivenAnswer[];
      readonly next: number | undefined;
    };

export interface AnsweringParts {
  readonly store: Pick<NoticeStore, 'find'>;
  readonly receipts: Pick<ReceiptStore, 'of' | 'confirm'>;
  readonly answers: Pick<AnswerStore, 'of' | 'give'>;
}

export function createNoticeAnswering({ store, receipts, answers }: AnsweringParts): NoticeAnswering {
  return {
    async answer(turn, number, typed) {
      const { userid } = turn.member.person;
      const notice = await store.find(number);
      const [receipt] = notice === undefined ? [] : await receipts.of(userid, [number]);
      if (notice === undefined || receipt === undefined) return { outcome: 'notAddressed' };
      if (notice.life.state === 'recalled') return { outcome: 'recalled' };

      const former = await answers.of(number, userid);
      const { question, words } = readTypedAnswer(typed);
      const at = question ?? nextQuestion(notice.questions, former) ?? onlyQuestion(notice);
      const asked = notice.questions[at];
      if (asked === undefined) throw new Refusal(noSuchQuestion(notice));
      const given = withAnswer(notice, former, at, readGivenAnswer(words, asked));
      answers.give(turn.work, number, userid, given, former);
      receipts.confirm(turn.work, receipt, { date: turn.today, minute: turn.minute });
      return { outcome: 'answered', notice, given, next: nextQuestion(notice.questions, given) };
    },
    async open(turn, { number, questions }) {
      if (questions.length === 0) return undefined;
      return nextQuestion(questions, await answers.of(number, turn.member.person.userid));
    },
  };
}

/** When all are answered, an only question may be answered anew without its number. */
function onlyQuestion({ number, questions }: Notice): number {
  if (questions.length === 1) return 0;
  if (questions.length === 0) return -1;
  throw new Refusal(
    `通知 ${number} 的问题都答过了。要改哪一个，请带上题号，例如：答复 ${number} 问1 新的答复`,
  );
}

function noSuchQuestion({ number, questions }: Notice): string {
  return questions.length === 0
    ? `通知 ${number} 没有要答的问题。看过了，发“收到 ${number}”就行。`
    : `通知 ${number} 只有 ${questions.length} 个问题。例如：答复 ${number} 问1 您的答复`;
}

function withAnswer(
  { questions }: Notice,
  former: readonly GivenAnswer[],
  at: number,
  answer: GivenAnswer,
): readonly GivenAnswer[] {
  return questions.map((_, index) => (index === at ? answer : (former[index] ?? null)));
}
