import type { Card } from '../chat/card.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Counted } from './attendance.ts';
import { countsWords } from './counts-words.ts';
import type { Closed } from './closing.ts';
import { meetingWords } from '../meetings/meeting-words.ts';

/** 考勤 7 结束, before it is done. */
export function closingPreview({ meeting, figures }: Counted): Card {
  return {
    title: `结束${meetingWords(meeting)}？`,
    note: countsWords(figures),
    body: '确认后记为开过，给到会的党员记学时，不再收签到码。没有签上的还可以补签。',
    buttons: [],
  };
}

/** The answer to 确认. */
export function closedText({ meeting, figures, credited }: Closed, today: LocalDate): string {
  const { number, date } = meeting;
  return [
    `已记：${dateWords(date, today)}${meetingWords(meeting)}开过了。`,
    `${countsWords(figures)}。`,
    ...(credited.hours === 0 ? [] : [`学时：${credited.people} 名党员，每人 ${credited.hours}。`]),
    `下一步写纪要，发“纪要 ${number}”看怎么写。`,
  ].join('\n');
}

/** To the convener, when nobody signed in at all. */
export function emptyRollCard(meeting: Meeting, today: LocalDate): Card {
  const { number, date } = meeting;
  return {
    title: `${meetingWords(meeting)}没有人签到`,
    note: `${dateWords(date, today)}的会`,
    body: `开过了，请给到会的人补签，例如：补签 ${number} 张三 忘记签到\n没有开，不用回复。`,
    buttons: [{ label: '看考勤', line: `考勤 ${number}` }],
  };
}
