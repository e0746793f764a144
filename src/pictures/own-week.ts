import type { Turn } from '../chat/turn.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { CheckInStore } from '../study/check-in-store.ts';
import { addDays, weekdayOf, yearOf, type LocalDate } from '../time/local-date.ts';

/** What a member did this week, counted for the member alone. */
export interface OwnWeek {
  of(turn: Turn): Promise<WeekFigures>;
}

export interface WeekFigures {
  readonly monday: LocalDate;
  readonly sunday: LocalDate;
  /** Days of the week up to and including today. */
  readonly days: number;
  /** How many of them have a check-in. */
  readonly checkIns: number;
  /** Questions answered for the first time, and how many of them right. */
  readonly answered: number;
  readonly answeredRight: number;
}

export interface OwnWeekParts {
  readonly checkIns: Pick<CheckInStore, 'of'>;
  readonly quiz: Pick<QuizStore, 'answered'>;
}

export function createOwnWeek({ checkIns, quiz }: OwnWeekParts): OwnWeek {
  return {
    async of(turn) {
      const { userid } = turn.member.person;
      const days = weekdayOf(turn.today);
      const monday = addDays(turn.today, 1 - days);
      const years = [...new Set([yearOf(monday), yearOf(turn.today)])];
      const [answered, checkedIn] = await Promise.all([
        quiz.answered(userid),
        Promise.all(years.map((year) => checkIns.of(userid, year))),
      ]);

      const firsts = [...answered.values()].filter(({ first }) => first >= monday);
      return {
        monday,
        sunday: addDays(monday, 6),
        days,
        checkIns: checkedIn.flat().filter(({ date }) => date >= monday).length,
        answered: firsts.length,
        // Whoever was wrong gets the question again, and only they do.
        answeredRight: firsts.filter(({ review }) => review === undefined).length,
      };
    },
  };
}
