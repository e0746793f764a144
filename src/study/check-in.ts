import type { Desk } from '../chat/desk.ts';
import { parseLocalDate, type LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';

/** The desk's field: the latest check-in, `2026-11-20 512` (day and minute of the day). */
export const checkInField = 'checkin';

/** When the member last checked in, if on this day. */
export function checkInOn(desk: Desk, today: LocalDate): LocalMoment | undefined {
  const [day = '', minute] = (desk[checkInField] ?? '').split(' ');
  const date = parseLocalDate(day);
  return date === today && minute !== undefined ? { date, minute: Number(minute) } : undefined;
}
