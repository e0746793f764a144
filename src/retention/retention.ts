import type { Audiences } from '../audiences/audiences.ts';
import type { AttendanceRecords } from '../attendance/attendance-records.ts';
import type { Automatic } from '../automatic/automatic.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { ContestRecords } from '../contests/contest-records.ts';
import type { CaseRecords } from '../flows/case-records.ts';
import type { DutyRecords } from '../duties/duty-records.ts';
import type { HoursStore } from '../hours/hours-store.ts';
import type { Unreachable } from '../delivery/unreachable.ts';
import type { MinutesRecords } from '../minutes/minutes-records.ts';
import type { MeetingRecords } from '../meetings/meeting-records.ts';
import type { Notices } from '../notices/notices.ts';
import type { PaperRecords } from '../papers/paper-records.ts';
import { Fault } from '../errors.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { LeftPerson, RosterStore } from '../roster/roster-store.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { CheckInStore } from '../study/check-in-store.ts';
import type { StudyStore } from '../study/study-store.ts';
import { addDays, addMonths, yearOf, type LocalDate } from '../time/local-date.ts';

/** Deletes what has served its time (domain §11.2, suggested periods). Everything can be run again. */
export interface Retention {
  clear(today: LocalDate): Promise<void>;
  /** Accounts that left the roster long enough ago. */
  peopleToForget(today: LocalDate): Promise<readonly string[]>;
}

/** How long records of somebody who left stay, in case they come back. */
const daysAfterLeaving = 30;
/** How long study and check-ins stay. */
const monthsOfRecords = 12;
/** Hours are asked for once more after a year is over, and then no longer: this year's and last year's stay. */
const yearsOfHours = 2;
/** No automatic message waits longer, not even over the longest holidays. */
const daysOfCards = 40;

export interface RetentionParts {
  readonly rosterStore: Pick<RosterStore, 'left' | 'purgeLeft'>;
  readonly roster: () => Promise<Roster>;
  readonly study: Pick<StudyStore, 'forget' | 'forgetBefore'>;
  readonly checkIns: Pick<CheckInStore, 'forget' | 'forgetBefore'>;
  readonly quiz: QuizStore;
  readonly papers: Pick<PaperRecords, 'forget' | 'clearAnswers'>;
  readonly contests: Pick<ContestRecords, 'forget' | 'clear'>;
  readonly minutes: MinutesRecords;
  readonly meetings: Pick<MeetingRecords, 'forget' | 'clear'>;
  readonly attendance: Pick<AttendanceRecords, 'forget'>;
  readonly cases: Pick<CaseRecords, 'forget' | 'clear'>;
  readonly duties: DutyRecords;
  readonly hours: Pick<HoursStore, 'forget' | 'forgetBefore'>;
  readonly desks: Desks;
  readonly audiences: Pick<Audiences, 'forget'>;
  readonly notices: Pick<Notices, 'archiveBefore' | 'forgetAnswers'>;
  readonly automatic: Pick<Automatic, 'forget'>;
  readonly unreachable: Pick<Unreachable, 'forget'>;
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createRetention(parts: RetentionParts): Retention {
  const {
    rosterStore,
    roster,
    study,
    checkIns,
    quiz,
    papers,
    contests,
    meetings,
    attendance,
    cases,
    duties,
    minutes,
    hours,
    desks,
    audiences,
    notices,
    automatic,
    unreachable,
    commit,
  } = parts;

  return {
    async clear(today) {
      const year = yearOf(today);
      for (const userid of await this.peopleToForget(today)) await forgetPerson(userid, year);
      await rosterStore.purgeLeft(addDays(today, -daysAfterLeaving));

      const oldest = addMonths(today, -monthsOfRecords);
      const { people } = await roster();
      for (const { userid } of people) {
        await study.forgetBefore(userid, oldest);
        await checkIns.forgetBefore(userid, oldest);
        await quiz.forgetBefore(userid, oldest);
        await hours.forgetBefore(userid, year - yearsOfHours + 1);
      }
      await papers.clearAnswers(
        today,
        people.map(({ userid }) => userid),
      );
      await contests.clear(today);
      await cases.clear(today);
      await duties.clear(today);
      await minutes.clear(today);
      await meetings.clear(today);
      await notices.archiveBefore(oldest);
      await automatic.forget(addDays(today, -daysOfCards));
    },
    async peopleToForget(today) {
      const before = addDays(today, -daysAfterLeaving);
      return (await rosterStore.left())
        .filter((person: LeftPerson) => person.leftOn < before)
        .map(({ userid }) => userid);
    },
  };

  /** Decides again when somebody worked with the same records meanwhile: this person is not listed again. */
  async function forgetPerson(userid: string, year: number): Promise<void> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const work = createUnitOfWork();
      study.forget(work, userid);
      checkIns.forget(work, userid, [year, year - 1, year - 2]);
      quiz.forget(work, userid);
      hours.forget(work, userid, [year, year - 1, year - 2]);
      await papers.forget(work, userid);
      await contests.forget(work, userid);
      await attendance.forget(work, userid);
      await cases.forget(work, userid);
      await meetings.forget(work, userid);
      await audiences.forget(work, userid);
      await notices.forgetAnswers(work, userid);
      unreachable.forget(work, userid);
      work.write('DEL', desks.key(userid));
      if ((await commit(work)) === undefined) return;
    }
    throw new Fault('forgetting somebody who left', 'nothing is to be done; it is tried again tomorrow');
  }
}

/** Others change the same records at that moment, at most a few times in a row. */
const mostAttempts = 5;
