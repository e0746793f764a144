import type { Job } from '../src/schedule/job.ts';
import { closeMeetings } from './close-meetings.ts';
import { cases } from './cases.ts';
import { contests } from './contests.ts';
import { dailyPush } from './daily-push.ts';
import { holidayYearCheck } from './holiday-year-check.ts';
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
  dailyPush,
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
