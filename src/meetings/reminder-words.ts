import { monthOf, dayOf, type LocalDate } from '../time/local-date.ts';
import { timeWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { PlannedReminder } from './reminder-plan.ts';

/** `11月24日15:00没回复的人，当天14:00要参加的人`. At most 30 characters. */
export function reminderWords(reminders: readonly PlannedReminder[], on: LocalDate, zone: Zone): string {
  const [first, second] = reminders;
  if (first === undefined) return '离开会太近，不再提醒';
  // Before a meeting on a day off both go out at once.
  if (second !== undefined && first.at === second.at) return `${timeOf(first)}，请了假的除外`;
  return reminders
    .map((one) => timeOf(one) + (one.to === 'unanswered' ? '没回复的人' : '要参加的人'))
    .join('，');

  function timeOf({ at }: PlannedReminder): string {
    const { date, minute } = zone.localAt(at);
    const day = date === on ? '当天' : `${monthOf(date)}月${dayOf(date)}日`;
    return day + timeWords(minute);
  }
}
