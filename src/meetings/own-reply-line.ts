import type { Meeting } from './meeting.ts';

/** Whoever calls a meeting or moves it is not asked whether they come. */
export function ownReplyLine({ number }: Pick<Meeting, 'number'>): string {
  return `已记您参加；来不了的话，发“请假 ${number} 出差”。`;
}
