import type { Turn } from '../chat/turn.ts';
import { createUnitOfWork, type StatedWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { Zone } from '../time/zone.ts';
import { answerFigures, countsOf } from './answer-figures.ts';
import type { AnswerStore } from './answer-store.ts';
import type { NoticeAnswering } from './answering.ts';
import type { NoticeQuestion } from './notice-question.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Notice } from './notice.ts';
import type { ReceiptState } from './receipt.ts';
import type { ReceiptStore } from './receipt-store.ts';

/** Broadcasts with receipts, for those who get them and those who look after them. */
export interface Notices {
  /** The member's notices that still wait for 收到, newest first. */
  waiting(turn: Turn): Promise<readonly Notice[]>;
  /** The notice, if it was addressed to this member; the committee may read every one. */
  read(turn: Turn, number: number): Promise<SeenNotice | 'recalled' | undefined>;
  confirm(turn: Turn, number: number): Promise<Confirmed>;
  /** The latest notices, newest first: all for the committee, for officers those that went to their people. */
  latest(turn: Turn, count: number): Promise<readonly Notice[]>;
  /** Those that are set for a time of this day, the earliest first. */
  plannedOn(day: LocalDate): Promise<readonly Notice[]>;
  /** Forgets who got, confirmed and answered notices sent before a day; their figures stay. */
  archiveBefore(day: LocalDate): Promise<void>;
  /** States that nothing is left of what a person answered. */
  forgetAnswers(work: UnitOfWork, userid: string): Promise<void>;
}

/** A notice, and what became of it at whoever reads it; no `receipt` where they only look after it. */
export interface SeenNotice {
  readonly notice: Notice;
  readonly receipt: ReceiptState | undefined;
}

export type Confirmed =
  | {
      readonly outcome: 'confirmed' | 'already';
      readonly notice: Notice;
      readonly at: LocalMoment;
      /** Which of its questions waits for an answer, from 0. */
      readonly question: number | undefined;
    }
  | { readonly outcome: 'notAddressed' | 'recalled' };

/** How far back lists look; older ones are still found by their number. */
const lookBack = 60;

export interface NoticesParts {
  readonly store: NoticeStore;
  readonly receipts: ReceiptStore;
  readonly answers: AnswerStore;
  readonly answering: Pick<NoticeAnswering, 'open'>;
  readonly zone: Zone;
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createNotices({ store, receipts, answers, answering, zone, commit }: NoticesParts): Notices {
  return {
    async waiting(turn) {
      const numbers = await recentNumbers(lookBack);
      const own = await receipts.of(turn.member.person.userid, numbers);
      const notices = await found(numbers.filter((_, index) => waits(own[index]?.state)));
      return notices.filter(({ life }) => life.state === 'sent');
    },
    async read(turn, number) {
      const isCommittee = turn.member.role === 'committee';
      const [notice, [own]] = await Promise.all([
        store.find(number),
        receipts.of(turn.member.person.userid, [number]),
      ]);
      if (notice === undefined || (own === undefined && !isCommittee)) return undefined;
      return notice.life.state === 'recalled' && !isCommittee ? 'recalled' : { notice, receipt: own?.state };
    },
    async confirm(turn, number) {
      const { userid } = turn.member.person;
      const notice = await store.find(number);
      const [receipt] = notice === undefined ? [] : await receipts.of(userid, [number]);
      if (notice === undefined || receipt === undefined) return { outcome: 'notAddressed' };
      if (notice.life.state === 'recalled') return { outcome: 'recalled' };
      const question = await answering.open(turn, notice);
      const { state } = receipt;
      if (state.kind === 'confirmed') return { outcome: 'already', notice, at: state.at, question };
      const at = { date: turn.today, minute: turn.minute };
      receipts.confirm(turn.work, receipt, at);
      return { outcome: 'confirmed', notice, at, question };
    },
    async latest(turn, count) {
      if (turn.member.role === 'committee') return found(await recentNumbers(count));
      const userids = turn.roster.peopleInScopeOf(turn.member).map(({ userid }) => userid);
      const numbers = await recentNumbers(lookBack);
      const isTheirs = await Promise.all(numbers.map((number) => receipts.reached(number, userids)));
      return found(numbers.filter((_, index) => isTheirs[index] === 'some').slice(0, count));
    },
    async plannedOn(day) {
      const planned = (await found(await recentNumbers(lookBack))).flatMap((notice) =>
        notice.life.state === 'scheduled' && zone.localAt(notice.life.due).date === day
          ? [{ notice, due: notice.life.due }]
          : [],
      );
      return planned.toSorted((a, b) => a.due - b.due).map(({ notice }) => notice);
    },
    async forgetAnswers(work, userid) {
      for (const { number, questions } of await found(await recentNumbers(Infinity))) {
        if (questions.length > 0) answers.forget(work, number, userid);
      }
    },
    async archiveBefore(day) {
      for (const { number, life, questions } of await found(await recentNumbers(Infinity))) {
        const wentOut = life.state === 'sent' || life.state === 'recalled';
        if (!wentOut || zone.localAt(life.at).date >= day) continue;
        await receipts.archive(number);
        if (questions.length > 0) await archiveAnswers(number, questions);
      }
    },
  };

  /** Done again, it would count nothing any more: so only once. */
  async function archiveAnswers(number: number, questions: readonly NoticeQuestion[]): Promise<void> {
    const given = await answers.all(number);
    if (given.size === 0) return;
    const work = createUnitOfWork();
    answers.keepOnly(work, number, countsOf(answerFigures(questions, given.values())));
    await commit(work);
  }

  async function recentNumbers(count: number): Promise<readonly number[]> {
    const latest = await store.latest();
    return Array.from({ length: Math.min(count, latest) }, (_, index) => latest - index);
  }

  async function found(numbers: readonly number[]): Promise<readonly Notice[]> {
    const notices = await Promise.all(numbers.map((number) => store.find(number)));
    return notices.filter((notice) => notice !== undefined);
  }
}

function waits(state: ReceiptState | undefined): boolean {
  return state?.kind === 'accepted' || state?.kind === 'sent';
}
