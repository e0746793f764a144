import type { Turn } from '../chat/turn.ts';
import { caseName } from '../flows/case-words.ts';
import { guestsNote } from '../meetings/guests-note.ts';
import { isNight, laterWords, outsideTheHours } from '../publishing/later-words.ts';
import type { Zone } from '../time/zone.ts';
import type { CaseReminder } from './case-reminder.ts';
import type { MeetingReminder } from './meeting-reminder.ts';
import type { NoticeReminder } from './notice-reminder.ts';
import type { PaperReminder } from './paper-reminder.ts';
import type { QuestionReminder } from './question-reminder.ts';
import type { SentReminders } from './remind-people.ts';
import type { StudyReminder } from './reminders.ts';

/** The answer to 提醒 学习: how many were reminded, who could not be, in figures that add up. */
export function studyReminderText(reminder: StudyReminder, turn: Turn, zone: Zone): string {
  switch (reminder.outcome) {
    case 'dayOff':
      return '今天不是工作日，没有当天的学习内容，不用提醒。';
    case 'tooSoon':
      return tooSoonText('学习', reminder);
    case 'reminded': {
      const { organisation, total, done, spared, withoutItem } = reminder;
      const counts = [
        `${organisation.name} ${total} 人`,
        `已学 ${done}`,
        ...(spared === 0 ? [] : [`免提醒或离退 ${spared}`]),
        ...(withoutItem === 0 ? [] : [`内容都看过了 ${withoutItem}`]),
      ];
      return sentText(reminder, counts, turn, zone);
    }
  }
}

/** The answer to 提醒 答题. */
export function questionReminderText(reminder: QuestionReminder, turn: Turn, zone: Zone): string {
  switch (reminder.outcome) {
    case 'dayOff':
      return '今天不是工作日，没有每日一题，不用提醒。';
    case 'tooSoon':
      return tooSoonText('答题', reminder);
    case 'reminded': {
      const { organisation, total, answered, spared, withoutQuestion } = reminder;
      const counts = [
        `${organisation.name} ${total} 人`,
        `今天答过 ${answered}`,
        ...(spared === 0 ? [] : [`免提醒或离退 ${spared}`]),
        ...(withoutQuestion === 0 ? [] : [`题都答过了 ${withoutQuestion}`]),
      ];
      return sentText(reminder, counts, turn, zone);
    }
  }
}

/** The answer to 提醒 测试. */
export function paperReminderText(reminder: PaperReminder, turn: Turn, zone: Zone): string {
  const { number } = reminder.paper;
  if (reminder.outcome === 'tooSoon') {
    return tooSoonText(`测试 ${number} `, reminder);
  }
  const { organisation, total, done, spared } = reminder;
  const counts = [
    `${organisation.name} ${total} 人`,
    `做过 ${done}`,
    ...(spared === 0 ? [] : [`免提醒或离退 ${spared}`]),
  ];
  return sentText(reminder, counts, turn, zone);
}

/** The answer to 提醒 会议. */
export function meetingReminderText(reminder: MeetingReminder, turn: Turn, zone: Zone): string {
  const { number } = reminder.meeting;
  if (reminder.outcome === 'tooSoon') {
    return `30 分钟内已经提醒过会议 ${number} 了，${reminder.minutesLeft} 分钟后可以再提醒。`;
  }
  const { organisation, total, guests, replied, spared } = reminder;
  const counts = [
    `${organisation.name}请了 ${total} 人${guestsNote(guests)}`,
    `已回复 ${replied}`,
    ...(spared === 0 ? [] : [`免提醒或离退 ${spared}`]),
  ];
  return sentText(reminder, counts, turn, zone);
}

/** The answer to 提醒 通知. */
export function noticeReminderText(reminder: NoticeReminder, turn: Turn, zone: Zone): string {
  if (reminder.outcome === 'tooSoon') {
    return tooSoonText(`通知 ${reminder.number} `, reminder);
  }
  const { organisation, total, confirmed, undelivered, spared } = reminder;
  const counts = [
    `${organisation.name} ${total} 人`,
    `已确认 ${confirmed}`,
    ...(undelivered === 0 ? [] : [`还没送到 ${undelivered}`]),
    ...(spared === 0 ? [] : [`免提醒或离退 ${spared}`]),
  ];
  return sentText(reminder, counts, turn, zone);
}

/** The answer to 提醒 任务. */
export function caseReminderText(reminder: CaseReminder, turn: Turn, zone: Zone): string {
  const name = caseName(reminder.found);
  if (reminder.outcome === 'tooSoon') {
    return tooSoonText(`${name} `, reminder);
  }
  const { total, spared } = reminder;
  const counts = [`${name} 现在等 ${total} 人`, ...(spared === 0 ? [] : [`免提醒或离退 ${spared}`])];
  return sentText(reminder, counts, turn, zone);
}

function sentText(sent: SentReminders, counted: readonly string[], turn: Turn, zone: Zone): string {
  const { reminded, justReminded, notToday, unreachable, neverReachable } = sent;
  const counts = [
    ...counted,
    ...(justReminded === 0 ? [] : [`30 分钟内已有人提醒过 ${justReminded}`]),
    ...(notToday === 0 ? [] : [`今天送不到 ${notToday}`]),
    ...(neverReachable === 0 ? [] : [`全天免打扰 ${neverReachable}`]),
  ].join('，');
  const tomorrow = notToday === 0 ? [] : [`${whyNotToday(turn)}；这是今天的事，明天不再提醒。`];
  if (reminded === 0) {
    const nobody = notToday === 0 ? '没有需要提醒的人' : '现在没有能提醒到的人';
    return [`${nobody}（${counts}）。`, ...tomorrow].join('\n');
  }
  const later = laterWords(sent, turn, zone);
  const reasons = [...unreachable].map(([reason, count]) => `${reason} ${count}`).join('，');
  return [
    `已提醒 ${reminded} 人（${counts}）。`,
    ...(later === undefined ? [] : [`${later}。`]),
    ...tomorrow,
    ...(reasons === '' ? [] : [`其中上次没有送达的：${reasons}。`]),
    '30 分钟内不会重复提醒同一件事。',
  ].join('\n');
}

function whyNotToday({ minute }: Turn): string {
  return isNight(minute) ? outsideTheHours : '今天送不到的人设了免打扰或今天不便';
}

function tooSoonText(what: string, { minutesLeft }: { readonly minutesLeft: number }): string {
  return `30 分钟内已经提醒过${what}了，${minutesLeft} 分钟后可以再提醒。`;
}
