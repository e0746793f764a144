import type { LocalDate } from '../time/local-date.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { whenWords } from './meeting-words.ts';
import type { Overlap } from './overlapping.ts';

/** `同一时间有会议 5（支委会，今天 15:00），3 人两个会都要参加。` */
export function overlapWords({ meeting, people }: Overlap, today: LocalDate): string {
  const other = `会议 ${meeting.number}（${meeting.title}，${whenWords(meeting, today)}）`;
  return `注意：同一时间有${other}，${groupedNumber(people)} 人两边都请了。`;
}
