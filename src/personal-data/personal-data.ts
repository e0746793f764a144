import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { preferenceFields, preferencesOn, type Preferences } from '../preferences/preferences.ts';
import { quizField } from '../quiz/open-question.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { checkInField } from '../study/check-in.ts';
import type { StudyStore } from '../study/study-store.ts';
import { studyField } from '../study/todays-study.ts';
import { yearOf } from '../time/local-date.ts';

/** What is stored about a member, for the member (personal information law, articles 44 to 47). */
export interface PersonalData {
  of(turn: Turn): Promise<StoredData>;
  /** States that everything voluntary is erased: study, check-ins and own settings. */
  eraseVoluntary(turn: Turn): void;
}

export interface StoredData {
  readonly itemsSent: number;
  readonly itemsDone: number;
  readonly checkInsThisYear: number;
  readonly checkInsLastYear: number;
  readonly questionsAnswered: number;
  readonly reviewsWaiting: number;
  readonly preferences: Preferences;
}

export function createPersonalData({
  desks,
  study,
  quiz,
}: {
  readonly desks: Desks;
  readonly study: StudyStore;
  readonly quiz: QuizStore;
}): PersonalData {
  return {
    async of(turn) {
      const { userid } = turn.member.person;
      const year = yearOf(turn.today);
      const [had, answered, [thisYear], [lastYear]] = await Promise.all([
        study.had(userid),
        quiz.answered(userid),
        study.checkIns([userid], year),
        study.checkIns([userid], year - 1),
      ]);
      return {
        itemsSent: had.size,
        itemsDone: [...had.values()].filter(({ doneAt }) => doneAt !== undefined).length,
        checkInsThisYear: thisYear?.size ?? 0,
        checkInsLastYear: lastYear?.size ?? 0,
        questionsAnswered: answered.size,
        reviewsWaiting: [...answered.values()].filter(({ review }) => review !== undefined).length,
        preferences: preferencesOn(turn.desk),
      };
    },
    eraseVoluntary(turn) {
      const { userid } = turn.member.person;
      const year = yearOf(turn.today);
      study.forget(turn.work, userid, [year, year - 1]);
      quiz.forget(turn.work, userid);
      turn.work.write('HDEL', desks.key(userid), studyField, checkInField, quizField, ...preferenceFields);
    },
  };
}
