import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { checkInField, checkInOn } from '../study/check-in.ts';
import type { CheckInStore } from '../study/check-in-store.ts';
import { hasAnsweredDaily, quizDayOn, quizField } from '../quiz/open-question.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { StudyStore } from '../study/study-store.ts';
import { studyField, studyOn } from '../study/todays-study.ts';
import { isPartyMember } from '../roster/party-member.ts';
import type { Organisation } from '../roster/roster.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';

/** Counts over an officer's own people; never names, never an order of persons. */
export interface Figures {
  today(turn: Turn): Promise<TodayFigures>;
  month(turn: Turn): Promise<MonthFigures>;
}

export interface TodayFigures {
  readonly organisation: Organisation;
  readonly people: number;
  readonly studied: number;
  /** People who answered the question of the day. */
  readonly answered: number;
  readonly checkedIn: number;
}

export interface MonthFigures {
  readonly organisation: Organisation;
  readonly people: number;
  /** Working days of the month up to and including today. */
  readonly workdays: number;
  /** People who finished at least one item, answered at least one question, or checked in at least once. */
  readonly studiedOnce: number;
  readonly answeredOnce: number;
  readonly checkedInOnce: number;
  /** Items finished by all together. */
  readonly finishedItems: number;
}

export interface FigureParts {
  readonly desks: Desks;
  readonly study: Pick<StudyStore, 'finishedSince'>;
  readonly checkIns: Pick<CheckInStore, 'daysSince'>;
  readonly quiz: Pick<QuizStore, 'answeredSince'>;
  readonly calendar: WorkCalendar;
}

export function createFigures({ desks, study, checkIns, quiz, calendar }: FigureParts): Figures {
  return {
    async today(turn) {
      const { organisation, userids } = scopeOf(turn);
      const rows = await desks.read(userids, [studyField, quizField, checkInField]);
      return {
        organisation,
        people: userids.length,
        studied: rows.filter((desk) => isDoneOn(studyOn(desk), turn.today)).length,
        answered: rows.filter((desk) => hasAnsweredDaily(quizDayOn(desk, turn.today))).length,
        checkedIn: rows.filter((desk) => checkInOn(desk, turn.today) !== undefined).length,
      };
    },
    async month(turn) {
      const { organisation, userids } = scopeOf(turn);
      const first = `${turn.today.slice(0, 7)}-01` as LocalDate;
      const [finished, answered, checkedIn] = await Promise.all([
        study.finishedSince(userids, first),
        quiz.answeredSince(userids, first),
        checkIns.daysSince(userids, first),
      ]);
      const some = (counts: readonly number[]): number => counts.filter((count) => count > 0).length;
      return {
        organisation,
        people: userids.length,
        workdays: calendar.workdaysBetween(first, addDays(turn.today, 1)),
        studiedOnce: some(finished),
        answeredOnce: some(answered),
        checkedInOnce: some(checkedIn),
        finishedItems: finished.reduce((sum, count) => sum + count, 0),
      };
    },
  };
}

/** Study concerns members: 积极分子 and 群众 may use it, and are not counted. */
function scopeOf(turn: Turn): { organisation: Organisation; userids: readonly string[] } {
  const members = turn.roster.peopleInScopeOf(turn.member).filter(isPartyMember);
  const organisation = turn.roster.scopeOf(turn.member)[0] ?? turn.member.organisation;
  return { organisation, userids: members.map(({ userid }) => userid) };
}

function isDoneOn(state: ReturnType<typeof studyOn>, today: LocalDate): boolean {
  return state?.date === today && state.doneAt !== undefined;
}
