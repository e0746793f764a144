import type { AttendanceRecords } from '../attendance/attendance-records.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { ContestRecords } from '../contests/contest-records.ts';
import type { CaseRecords } from '../flows/case-records.ts';
import { countedEntries, sumOfHours } from '../hours/credit-entry.ts';
import type { HoursStore } from '../hours/hours-store.ts';
import type { MeetingRecords, StoredMeetings } from '../meetings/meeting-records.ts';
import type { Notices } from '../notices/notices.ts';
import type { PaperRecords, StoredPapers } from '../papers/paper-records.ts';
import { preferenceFields, preferencesOn, type Preferences } from '../preferences/preferences.ts';
import { quizField } from '../quiz/open-question.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { checkInField } from '../study/check-in.ts';
import type { CheckInStore } from '../study/check-in-store.ts';
import type { StudyStore } from '../study/study-store.ts';
import { foundField } from '../study/finding.ts';
import { surveyShownField } from '../surveys/survey-desk.ts';
import { surveyField, type Surveys } from '../surveys/surveys.ts';
import { studyField } from '../study/todays-study.ts';
import { yearOf } from '../time/local-date.ts';

/** What is stored about a member, for the member (personal information law, articles 44 to 47). */
export interface PersonalData {
  of(turn: Turn): Promise<StoredData>;
  /**
   * States that everything voluntary is erased: study, check-ins, contests, own settings, and the single answers of
   * tests that were handed in. Their results belong to the branch's figures too and stay.
   */
  eraseVoluntary(turn: Turn): Promise<void>;
}

export interface StoredData {
  readonly itemsSent: number;
  readonly itemsDone: number;
  readonly checkInsThisYear: number;
  readonly checkInsLastYear: number;
  readonly questionsAnswered: number;
  readonly reviewsWaiting: number;
  readonly papers: StoredPapers;
  /** How many of the last 90 days the member took part in. */
  readonly contests: number;
  /** Anonymous surveys handed in and not counted yet. */
  readonly surveys: number;
  /** Registered by organisers, so they are not erased with what is voluntary. */
  readonly hoursThisYear: number;
  readonly hoursLastYear: number;
  /** In how many cases the member occurs. */
  readonly cases: number;
  /** In how many rolls of meetings the member stands. */
  readonly meetings: number;
  readonly invitations: StoredMeetings;
  readonly preferences: Preferences;
}

export function createPersonalData({
  desks,
  study,
  checkIns,
  quiz,
  papers,
  contests,
  surveys,
  meetings,
  notices,
  attendance,
  cases,
  hours,
}: {
  readonly desks: Desks;
  readonly study: Pick<StudyStore, 'had' | 'forget'>;
  readonly checkIns: Pick<CheckInStore, 'of' | 'forget'>;
  readonly quiz: QuizStore;
  readonly papers: PaperRecords;
  readonly contests: Pick<ContestRecords, 'count' | 'forget'>;
  readonly surveys: Pick<Surveys, 'handedIn'>;
  readonly meetings: Pick<MeetingRecords, 'of'>;
  readonly notices: Pick<Notices, 'forgetAnswers'>;
  readonly attendance: Pick<AttendanceRecords, 'count'>;
  readonly cases: Pick<CaseRecords, 'count'>;
  readonly hours: Pick<HoursStore, 'entries'>;
}): PersonalData {
  return {
    async of(turn) {
      const { userid } = turn.member.person;
      const year = yearOf(turn.today);
      const [
        had,
        answered,
        thisYear,
        lastYear,
        storedPapers,
        tookPart,
        handedIn,
        invitations,
        rolls,
        ownCases,
        hoursOfThisYear,
        hoursOfLastYear,
      ] = await Promise.all([
        study.had(userid),
        quiz.answered(userid),
        checkIns.of(userid, year),
        checkIns.of(userid, year - 1),
        papers.of(userid),
        contests.count(userid),
        surveys.handedIn(userid),
        meetings.of(userid),
        attendance.count(userid),
        cases.count(userid),
        hours.entries(userid, year),
        hours.entries(userid, year - 1),
      ]);
      return {
        itemsSent: had.size,
        itemsDone: [...had.values()].filter(({ doneAt }) => doneAt !== undefined).length,
        checkInsThisYear: thisYear.length,
        checkInsLastYear: lastYear.length,
        questionsAnswered: answered.size,
        reviewsWaiting: [...answered.values()].filter(({ review }) => review !== undefined).length,
        papers: storedPapers,
        contests: tookPart,
        surveys: handedIn,
        invitations,
        meetings: rolls,
        cases: ownCases,
        hoursThisYear: sumOfHours(countedEntries(hoursOfThisYear)),
        hoursLastYear: sumOfHours(countedEntries(hoursOfLastYear)),
        preferences: preferencesOn(turn.desk),
      };
    },
    async eraseVoluntary(turn) {
      const { userid } = turn.member.person;
      const year = yearOf(turn.today);
      study.forget(turn.work, userid);
      checkIns.forget(turn.work, userid, [year, year - 1]);
      quiz.forget(turn.work, userid);
      await papers.forgetAnswers(turn.work, userid);
      await contests.forget(turn.work, userid);
      await notices.forgetAnswers(turn.work, userid);
      turn.work.write(
        'HDEL',
        desks.key(userid),
        studyField,
        checkInField,
        quizField,
        surveyField,
        surveyShownField,
        foundField,
        ...preferenceFields,
      );
    },
  };
}
