import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dueOf, type Answered } from './answered.ts';
import { comingReviews, dueReviews, nextQuestion } from './choose-question.ts';
import { quizDayOn, setQuizDay, type QuizDay } from './open-question.ts';
import type { QuizStore } from './quiz-store.ts';
import { quizStanding, type QuizStanding } from './quiz-standing.ts';
import { readAnswer, readsLikeChoice } from './read-answer.ts';
import { readReport } from './report.ts';
import { isLeech, reviewAfter, reviewsPerDay } from './review.ts';

/** The daily question, and what was answered wrong coming back. */
export interface Quiz {
  /** The question that waits, else today's, else a review that is due. */
  next(turn: Turn): Promise<NextQuestion>;
  /**
   * Takes words as the answer to the question named (a tap on its card), else to the one that waits.
   * `notMeant`: no question waits, or the words are no answer to it.
   */
  answer(turn: Turn, words: string, questionId: string | undefined): Promise<AnswerOutcome>;
  /** The question that waits for an answer. */
  waiting(turn: Turn): QuizQuestion | undefined;
  /** Whether an answer to this question would count: it was never answered, or is due again. */
  waitsFor(turn: Turn, question: QuizQuestion): Promise<boolean>;
  /** What comes back and when, the nearest first. */
  coming(turn: Turn): Promise<readonly { readonly question: QuizQuestion; readonly due: LocalDate }[]>;
  /** Where the member stands with today's question and the reviews. */
  standing(turn: Turn): Promise<QuizStanding>;
  /**
   * Tells the editor that something is wrong with a question, and perhaps what: the one named, else the
   * one that waits or was answered last. `undefined` when there is none. Throws a Refusal for a remark
   * that cannot be kept.
   */
  report(turn: Turn, typed: string): QuizQuestion | undefined;
}

export type NextQuestion =
  | { readonly outcome: 'question'; readonly question: QuizQuestion; readonly occasion: Occasion }
  /** Everything for today is done; `nextReview` is when the next one comes back. */
  | { readonly outcome: 'allDone'; readonly isBankFinished: boolean; readonly nextReview?: LocalDate };

export type Occasion = 'daily' | 'review';

export type AnswerOutcome =
  | {
      readonly outcome: 'right' | 'wrong';
      readonly question: QuizQuestion;
      readonly given: string;
      /** How many reviews can still be done today. */
      readonly reviewsLeft: number;
    }
  /** It was answered before and is not due; nothing was counted. */
  | { readonly outcome: 'already'; readonly question: QuizQuestion }
  | { readonly outcome: 'impossible'; readonly advice: string }
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'notMeant' };

export interface QuizParts {
  readonly questions: readonly QuizQuestion[];
  readonly desks: Desks;
  readonly store: QuizStore;
}

export function createQuiz({ questions, desks, store }: QuizParts): Quiz {
  const byId = new Map(questions.map((question) => [question.id.toLowerCase(), question]));

  return {
    async next(turn) {
      const day = quizDayOn(turn.desk, turn.today);
      const waiting = day.open === undefined ? undefined : byId.get(day.open);
      if (waiting !== undefined && day.daily !== undefined) {
        return { outcome: 'question', question: waiting, occasion: occasionOf(day) };
      }

      const answered = await store.answered(turn.member.person.userid);
      if (waiting !== undefined && answered.has(waiting.id)) {
        return { outcome: 'question', question: waiting, occasion: 'review' };
      }
      // A question of an earlier day that still waits is today's.
      const fresh = waiting ?? nextQuestion(questions, answered, turn.today);
      if (day.daily === undefined && fresh !== undefined) {
        const id = fresh.id.toLowerCase();
        setDay(turn, { ...day, daily: id, open: id });
        return { outcome: 'question', question: fresh, occasion: 'daily' };
      }
      const [review] = day.reviewsDone < reviewsPerDay ? dueReviews(questions, answered, turn.today) : [];
      if (review !== undefined) {
        setDay(turn, { ...day, open: review.id.toLowerCase() });
        return { outcome: 'question', question: review, occasion: 'review' };
      }
      const nextReview = comingReviews(questions, answered)[0]?.due;
      return {
        outcome: 'allDone',
        isBankFinished: fresh === undefined,
        ...(nextReview === undefined ? {} : { nextReview }),
      };
    },

    async answer(turn, words, questionId) {
      const day = quizDayOn(turn.desk, turn.today);
      const id = questionId ?? day.open;
      if (id === undefined) return { outcome: 'notMeant' };
      const question = byId.get(id);
      if (question === undefined) {
        if (questionId === undefined && !readsLikeChoice(words)) return { outcome: 'notMeant' };
        if (id === day.open) setDay(turn, closed(day));
        return { outcome: 'withdrawn' };
      }
      const read = readAnswer(question, words);
      if (read.kind === 'noAnswer') return { outcome: 'notMeant' };
      if (read.kind === 'impossible') return { outcome: 'impossible', advice: read.advice };

      const answered = await store.answered(turn.member.person.userid);
      const earlier = answered.get(question.id);
      if (earlier !== undefined && !isDue(earlier, turn.today)) {
        if (id === day.open) setDay(turn, closed(day));
        return { outcome: 'already', question };
      }
      const right = read.right;
      noteAnswer(turn, question, earlier, right);
      store.count(turn.work, question.id, right, right || question.type === 'fill' ? undefined : read.given);

      const reviewsDone = day.reviewsDone + (earlier === undefined ? 0 : 1);
      const after: QuizDay = { ...(id === day.open ? closed(day) : day), reviewsDone, last: id };
      setDay(turn, after);
      const others = dueReviews(questions, answered, turn.today).filter((one) => one !== question);
      return {
        outcome: right ? 'right' : 'wrong',
        question,
        given: read.given,
        reviewsLeft: Math.min(others.length, Math.max(0, reviewsPerDay - reviewsDone)),
      };
    },

    waiting: ({ desk, today }) => byId.get(quizDayOn(desk, today).open ?? ''),

    async waitsFor(turn, question) {
      const earlier = (await store.answered(turn.member.person.userid)).get(question.id);
      return earlier === undefined || isDue(earlier, turn.today);
    },

    async coming(turn) {
      return comingReviews(questions, await store.answered(turn.member.person.userid));
    },

    async standing(turn) {
      const answered = await store.answered(turn.member.person.userid);
      return quizStanding(quizDayOn(turn.desk, turn.today), questions, answered);
    },

    report(turn, typed) {
      const { questionId, remark } = readReport(typed, (id) => byId.has(id));
      const { open, last } = quizDayOn(turn.desk, turn.today);
      const question = byId.get(questionId ?? open ?? last ?? '');
      if (question !== undefined) store.report(turn.work, question.id, remark);
      return question;
    },
  };

  function noteAnswer(
    turn: Turn,
    question: QuizQuestion,
    earlier: Answered | undefined,
    right: boolean,
  ): void {
    const { userid } = turn.member.person;
    const first = earlier?.first ?? turn.today;
    if (right && earlier?.review === undefined) {
      store.note(turn.work, userid, question.id, { first });
      return;
    }
    const review = reviewAfter(earlier?.review, right ? 'right' : 'wrong', turn.today);
    // Forgotten too often: the fault is the question's, so the editor hears of it.
    if (isLeech(review)) store.report(turn.work, question.id, undefined);
    store.note(turn.work, userid, question.id, { first, review });
  }

  function setDay(turn: Turn, day: QuizDay): void {
    setQuizDay(turn.work, desks.key(turn.member.person.userid), turn.desk, day);
  }
}

function occasionOf({ open, daily }: QuizDay): Occasion {
  return open === daily ? 'daily' : 'review';
}

function closed(day: QuizDay): QuizDay {
  const { open: _, ...rest } = day;
  return rest;
}

function isDue(answered: Answered, today: LocalDate): boolean {
  const due = dueOf(answered);
  return due !== undefined && due <= today;
}
