import type { Meeting } from '../meetings/meeting.ts';

/** `党员大会（会议 7）` */
export function meetingWords({ title, number }: Pick<Meeting, 'title' | 'number'>): string {
  return `${title}（会议 ${number}）`;
}
