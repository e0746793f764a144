import type { Meeting } from '../meetings/meeting.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';

/** Later nobody remembers; in days. Ours, not a rule's. */
const daysToCorrect = 30;

/** The last day on which an officer may still say that somebody came, or was on leave. */
export function lastDayToCorrect({ date }: Pick<Meeting, 'date'>): LocalDate {
  return addDays(date, daysToCorrect);
}
