import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { checkInField, checkInOn } from '../study/check-in.ts';
import type { CheckInStore } from '../study/check-in-store.ts';
import type { StudyStore } from '../study/study-store.ts';
import { studyField, studyOn } from '../study/todays-study.ts';
import { isPartyMember } from '../roster/party-member.ts';
import type { Organisation } from '../roster/roster.ts';
import { addDays, yearOf, type LocalDate } from '../time/local-date.ts';
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
  readonly checkedIn: number;
}

export interface MonthFigures {
  readonly organisation: Organisation;
  readonly people: number;
  /** Working days of the month up to and including today. */
  readonly workdays: number;
  /** People who finished at least one item, or checked in at least once. */
  readonly studiedOnce: number;
  readonly checkedInOnce: number;
  /** Items finished by all together. */
  readonly finishedItems: number;
}

export interface FigureParts {
  readonly desks: Desks;
  readonly study: Pick<StudyStore, 'finishedSince'>;
  readonly checkIns: Pick<CheckInStore, 'of'>;
  readonly calendar: WorkCalendar;
}

export function createFigures({ desks, study, checkIns, calendar }: FigureParts): Figures {
  return {
    async today(turn) {
      const { organisation, userids } = scopeOf(turn);
      const rows = await desks.read(userids, [studyField, checkInField]);
      return {
        organisation,
        people: userids.length,
        studied: rows.filter((desk) => isDoneOn(studyOn(desk), turn.today)).length,
        checkedIn: rows.filter((desk) => checkInOn(desk, turn.today) !== undefined).length,
      };
    },
    async month(turn) {
      const { organisation, userids } = scopeOf(turn);
      const month = turn.today.slice(0, 7);
      const first = `${month}-01` as LocalDate;
      const checkedIn = await checkIns.of(userids, yearOf(turn.today));
      const finished = await study.finishedSince(userids, first);
      return {
        organisation,
        people: userids.length,
        workdays: calendar.workdaysBetween(first, addDays(turn.today, 1)),
        studiedOnce: finished.filter((count) => count > 0).length,
        checkedInOnce: checkedIn.filter((times) => times.some(({ date }) => date.startsWith(month))).length,
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
