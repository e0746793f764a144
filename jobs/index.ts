import type { Job } from '../src/schedule/job.ts';
import { anniversaries } from './anniversaries.ts';
import { closeMeetings } from './close-meetings.ts';
import { cases } from './cases.ts';
import { contests } from './contests.ts';
import { dailyPush } from './daily-push.ts';
import { dutyReminders } from './duty-reminders.ts';
import { holidayYearCheck } from './holiday-year-check.ts';
import { integrityReminder } from './integrity-reminder.ts';
import { mondayBrief } from './monday-brief.ts';
import { notices } from './notices.ts';
import { makeUpStudy } from './make-up-study.ts';
import { meetingReminders } from './meeting-reminders.ts';
import { monthlyMeetings } from './monthly-meetings.ts';
import { papers } from './papers.ts';
import { reviews } from './reviews.ts';
import { retention } from './retention.ts';
import { sendAutomatic } from './send-automatic.ts';
import { surveys } from './surveys.ts';

/** Everything the service does by itself. */
export const jobs: readonly Job[] = [
  dutyReminders,
  anniversaries,
  integrityReminder,
  dailyPush,
  mondayBrief,
  notices,
  meetingReminders,
  monthlyMeetings,
  papers,
  contests,
  surveys,
  closeMeetings,
  cases,
  makeUpStudy,
  sendAutomatic,
  holidayYearCheck,
  reviews,
  retention,
];
