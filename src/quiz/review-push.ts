import type { Automatic } from '../automatic/automatic.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { preferenceFields, preferencesOn } from '../preferences/preferences.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Person } from '../roster/roster.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { earliestSending } from '../time/sending-window.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { dueReviews } from './choose-question.ts';
import { quizDayOn, quizField, setQuizDay } from './open-question.ts';
import { questionCard } from './quiz-cards.ts';
import type { QuizStore } from './quiz-store.ts';
import { reviewsPerDay } from './review.ts';

/** Reviews that come by themselves, for people who chose a time; for the others 答题 shows them. */
export interface ReviewPush {
  /** Sets or, with `undefined`, gives up the member's own time of the day (minute). */
  choose(turn: Turn, minute: number | undefined): void;
  /** The member's time of the day, if one was chosen. */
  chosenBy(userid: string): Promise<number | undefined>;
  /** Who would be asked which question at this moment; changes nothing. */
  plan(people: readonly Person[], now: LocalMoment, at: number): Promise<readonly PlannedReview[]>;
  /** Puts one due question before each of them. Can be run twice. */
  push(people: readonly Person[], now: LocalMoment, at: number): Promise<void>;
}

export interface PlannedReview {
  readonly person: Person;
  readonly question: QuizQuestion;
}

/** Times are looked at this often, in minutes. */
export const reviewStep = 10;

export interface ReviewPushParts {
  readonly questions: readonly QuizQuestion[];
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly desks: Desks;
  readonly store: QuizStore;
  readonly automatic: Pick<Automatic, 'add'>;
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createReviewPush(parts: ReviewPushParts): ReviewPush {
  const { questions, calendar, zone, desks, store, automatic, commit } = parts;

  return {
    choose(turn, minute) {
      store.setReviewTime(turn.work, turn.member.person.userid, minute);
    },
    chosenBy: async (userid) => (await store.reviewTimes()).get(userid.toLowerCase()),
    async plan(people, now, at) {
      return (await decide(people, now, at)).map(({ person, question }) => ({ person, question }));
    },
    async push(people, now, at) {
      for (const { person, question, desk, due } of await decide(people, now, at)) {
        const work = createUnitOfWork();
        const id = question.id.toLowerCase();
        setQuizDay(work, desks.key(person.userid), desk, { ...quizDayOn(desk, now.date), open: id });
        const card = `${now.date} review ${question.id}`;
        const part = { userid: person.userid, subject: `review-${now.date}`, due, card };
        automatic.add(work, [part], new Map([[card, questionCard(question, 'review')]]));
        // Whoever is answering at this very moment is not interrupted.
        await commit(work);
      }
    },
  };

  async function decide(people: readonly Person[], now: LocalMoment, at: number) {
    if (!calendar.isWorkday(now.date)) return [];
    const times = await store.reviewTimes();
    const chosen = people.filter(({ userid }) => {
      const minute = times.get(userid.toLowerCase());
      return minute !== undefined && minute <= now.minute && now.minute < minute + reviewStep;
    });
    const userids = chosen.map(({ userid }) => userid);
    const rows = await desks.read(userids, [quizField, ...preferenceFields]);
    const answered = await store.answeredByEach(userids);
    return chosen.flatMap((person, index) => {
      const desk = rows[index] ?? {};
      const day = quizDayOn(desk, now.date);
      const [question] = dueReviews(questions, answered[index] ?? new Map(), now.date);
      const { textOnly: _, ...wishes } = preferencesOn(desk);
      const due = earliestSending({ now: at, kind: 'automatic', zone, calendar, ...wishes });
      if (question === undefined || due === undefined || zone.localAt(due).date !== now.date) return [];
      // A question that waits is enough, and so are three a day.
      return day.open !== undefined || day.reviewsDone >= reviewsPerDay
        ? []
        : [{ person, question, desk, due }];
    });
  }
}
