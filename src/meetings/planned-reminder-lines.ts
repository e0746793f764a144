import { groupedNumber } from '../wording/grouped-number.ts';
import { timeWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { PlannedReminding } from './reminding.ts';

/** For 排期: the reminders of a day, how many people they are for by what they have replied so far. */
export function plannedReminderLines(planned: readonly PlannedReminding[], zone: Zone): readonly string[] {
  const inOrder = planned.toSorted((a, b) => a.reminder.at - b.reminder.at);
  const lines = inOrder.slice(0, mostLines).map(({ meeting, reminder, people }) => {
    const what = reminder.to === 'unanswered' ? '请没有回复的人回复' : '提醒要参加的人';
    return `${timeWords(zone.localAt(reminder.at).minute)} 会议 ${meeting.number} ${what}：现在 ${groupedNumber(people)} 人`;
  });
  const hidden = inOrder.length - lines.length;
  return hidden > 0 ? [...lines, `还有 ${hidden} 次会议提醒。`] : lines;
}

const mostLines = 3;
