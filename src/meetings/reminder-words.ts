import { monthOf, dayOf, type LocalDate } from '../time/local-date.ts';
import { timeWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { PlannedReminder } from './reminder-plan.ts';

/** `11月24日15:00没回复的人，当天14:00要参加的人`. At most 30 characters. */
export function reminderWords(reminders: readonly PlannedReminder[], on: LocalDate, zone: Zone): string {
  const words = reminders.map(({ to, at }) => {
    const { date, minute } = zone.localAt(at);
    const day = date === on ? '当天' : `${monthOf(date)}月${dayOf(date)}日`;
    return `${day}${timeWords(minute)}${to === 'unanswered' ? '没回复的人' : '要参加的人'}`;
  });
  return words.length === 0 ? '离开会太近，不再提醒' : words.join('，');
}
