import { lastDayToCorrect } from '../attendance/last-day-to-correct.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { dateWords } from '../time/spoken-time.ts';
import { meetingWords } from './meeting-words.ts';
import type { Meeting } from './meeting.ts';

/** Throws a Refusal when leave of a meeting that has begun can no longer be recorded. */
export function refuseTooLateLeave({ today }: Turn, meeting: Meeting): void {
  const last = lastDayToCorrect(meeting);
  if (today <= last) return;
  const day = dateWords(last, today);
  throw new Refusal(`${meetingWords(meeting)}的请假补记到${day}为止，已经过了。要更正，请在纸质记录上注明。`);
}
