import type { Audiences } from './audiences/audiences.ts';
import type { Attendance } from './attendance/attendance.ts';
import type { CloseDue } from './attendance/close-due.ts';
import type { Automatic } from './automatic/automatic.ts';
import type { Brief } from './brief/brief.ts';
import type { Command } from './chat/command.ts';
import type { ContestSteps } from './contests/contest-steps.ts';
import type { Contests } from './contests/contests.ts';
import type { DutyServices } from './duties/duty-services.ts';
import type { Figures } from './figures/figures.ts';
import type { CaseRounds } from './flows/case-rounds.ts';
import type { Register } from './figures/register.ts';
import type { FlowServices } from './flows/flow-services.ts';
import type { HoursServices } from './hours/hours-services.ts';
import type { Finding } from './study/finding.ts';
import type { Library } from './library/library.ts';
import type { MinutesServices } from './minutes/minutes-services.ts';
import type { Meetings } from './meetings/meeting-services.ts';
import type { Reminding } from './meetings/reminding.ts';
import type { SeriesRounds } from './meetings/series-rounds.ts';
import type { MorningPush } from './morning/morning-push.ts';
import type { NoticeRounds } from './notices/rounds.ts';
import type { NoticeServices } from './notices/notice-services.ts';
import type { MakeUps } from './papers/make-ups.ts';
import type { PaperFigures } from './papers/paper-figures.ts';
import type { Greetings } from './occasions/greetings.ts';
import type { IntegrityReminder } from './occasions/integrity-reminder.ts';
import type { Papers } from './papers/papers.ts';
import type { Publishing } from './papers/publishing.ts';
import type { Rounds } from './papers/rounds.ts';
import type { OwnData } from './personal-data/own-data.ts';
import type { PersonalData } from './personal-data/personal-data.ts';
import type { OwnWeek } from './pictures/own-week.ts';
import type { PreferenceChanges } from './preferences/preferences.ts';
import type { QuestionBank } from './quiz/question-bank.ts';
import type { ReviewPush } from './quiz/review-push.ts';
import type { Quiz } from './quiz/quiz.ts';
import type { Reminders } from './reminders/reminders.ts';
import type { Retention } from './retention/retention.ts';
import type { Roster } from './roster/roster-view.ts';
import type { Study } from './study/study.ts';
import type { SurveyPublishing } from './surveys/publishing.ts';
import type { SurveyRounds } from './surveys/survey-rounds.ts';
import type { Surveys } from './surveys/surveys.ts';
import type { WorkCalendar } from './time/work-calendar.ts';
import type { Zone } from './time/zone.ts';
import type { Undo } from './undo/undo.ts';
import type { YearBook } from './year-book/year-book.ts';

/** Everything commands may use. They see nothing else: no Redis, no HTTP, no WeCom. */
export interface Services
  extends
    HoursServices,
    MinutesServices,
    DutyServices,
    NoticeServices,
    Omit<FlowServices, 'caseRounds' | 'caseRecords' | 'caseNotes'> {
  /** All declared commands in the order of 帮助, those that content defines last. */
  readonly commands: readonly Command[];
  readonly library: Library;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly study: Study;
  readonly morningPush: MorningPush;
  readonly quiz: Quiz;
  readonly questionBank: QuestionBank;
  readonly reviewPush: ReviewPush;
  readonly contests: Contests;
  readonly papers: Papers;
  readonly publishing: Publishing;
  readonly paperFigures: PaperFigures;
  readonly makeUps: MakeUps;
  readonly surveys: Surveys;
  readonly meetings: Meetings;
  readonly meetingReminding: Pick<Reminding, 'plannedOn'>;
  /** 排期: what jobs will say. */
  readonly surveyRounds: Pick<SurveyRounds, 'planned'>;
  readonly paperRounds: Pick<Rounds, 'planned'>;
  readonly contestSteps: Pick<ContestSteps, 'planned'>;
  readonly meetingSeries: Pick<SeriesRounds, 'planned'>;
  readonly caseRounds: Pick<CaseRounds, 'planned'>;
  readonly surveyPublishing: SurveyPublishing;
  readonly audiences: Audiences;
  readonly attendance: Attendance;
  readonly brief: Brief;
  readonly greetings: Greetings;
  readonly integrityReminder: IntegrityReminder;
  readonly reminders: Reminders;
  readonly figures: Figures;
  readonly register: Register;
  readonly ownWeek: OwnWeek;
  readonly preferences: PreferenceChanges;
  readonly yearBook: YearBook;
  readonly ownData: OwnData;
  readonly personalData: PersonalData;
  /** 撤销 */
  readonly undo: Undo;
  readonly finding: Finding;
}

/** What jobs may use besides. */
export interface JobServices extends Services {
  /** The roster as it is now. */
  roster(): Promise<Roster>;
  readonly automatic: Automatic;
  readonly closeDue: CloseDue;
  readonly caseRounds: CaseRounds;
  readonly contestSteps: ContestSteps;
  readonly noticeRounds: NoticeRounds;
  readonly paperRounds: Rounds;
  readonly surveyRounds: SurveyRounds;
  readonly meetingReminding: Reminding;
  readonly meetingSeries: SeriesRounds;
  readonly retention: Retention;
}
