import { monthOf, yearOf, type LocalDate } from '../time/local-date.ts';
import type { CalendarYear } from '../time/work-calendar.ts';
import type { CheckInRules } from './check-in-rules.ts';
import type { DutyRules } from './duty-rules.ts';
import type { Flow } from './flow.ts';
import type { HoursRules } from './hours-rules.ts';
import type { MessageTexts } from './message-texts.ts';
import type { MeetingType } from './meeting-type.ts';
import type { NoticeRules } from './notice-rules.ts';
import type { QuizQuestion } from './quiz-question.ts';
import type { SendingLimits } from './sending-limits.ts';
import type { StudyItem } from './study-item.ts';
import type { SurveyTemplate } from './survey-template.ts';

/** All content, checked and frozen; loaded once when the process starts. */
export interface Library {
  /** In the order in which people get them: tracks by name, files by name. */
  readonly studyItems: readonly StudyItem[];
  /** In the order of the files, and in each from top to bottom. */
  readonly quizQuestions: readonly QuizQuestion[];
  /** By year. */
  readonly calendars: readonly CalendarYear[];
  readonly hours: HoursRules;
  readonly sending: SendingLimits;
  /** In the order in which people are offered them. */
  readonly meetingTypes: readonly MeetingType[];
  readonly notices: NoticeRules;
  /** By name. */
  readonly surveys: readonly SurveyTemplate[];
  readonly checkIn: CheckInRules;
  readonly duties: DutyRules;
  readonly messages: MessageTexts;
  /** In the order of their files. */
  readonly flows: readonly Flow[];
}

/**
 * The years whose notice on days off is missing and should be there: this year's, and from 1 December
 * on the next one's. The doctor tells the operator, `holiday-year-check` the committee.
 */
export function missingCalendarYears(library: Library, today: LocalDate): number[] {
  const thisYear = yearOf(today);
  const wanted = monthOf(today) === 12 ? [thisYear, thisYear + 1] : [thisYear];
  const present = library.calendars.filter((calendar) => calendar.basis.kind === 'notice');
  return wanted.filter((year) => !present.some((calendar) => calendar.year === year));
}
