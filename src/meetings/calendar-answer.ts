import type { FileAnswer } from '../chat/answer.ts';
import { calendarFile } from '../documents/calendar-file.ts';
import type { Zone } from '../time/zone.ts';
import type { Meeting } from './meeting.ts';
import { startOf } from './telling.ts';

/** 会议 7 日历: the meeting as a file that phones and computers put into their calendars. */
export async function calendarAnswer(meeting: Meeting, zone: Zone, now: number): Promise<FileAnswer> {
  const { number, title, date, until, place, agenda, revision, state } = meeting;
  const start = startOf(meeting, zone);
  const bytes = await calendarFile({
    id: `meeting-${number}`,
    sequence: revision,
    title,
    start,
    end: until === undefined ? start + usualLength : zone.instantOf(date, until),
    place,
    description:
      agenda.length === 0 ? undefined : agenda.map((item, index) => `${index + 1} ${item}`).join('\n'),
    isCancelled: state === 'cancelled',
    madeAt: now,
  });
  return {
    file: { name: `会议${number}-${title}-${date}.ics`, bytes, subject: `会议 ${number} 日历` },
    text: `会议 ${number} 的日历文件发给您了，点开就能加到手机或电脑的日历里。\n会议有变动时请重新发“会议 ${number} 日历”。`,
  };
}

/** In milliseconds, where no end was said: calendars want one. */
const usualLength = 90 * 60_000;
