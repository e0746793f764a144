import { momentWords, timeWords } from '../time/spoken-time.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { SpokenMoment } from '../time/spoken/doubt.ts';
import { expectedAt, type InvitedCounts, type Meeting } from './meeting.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { shortened } from '../wording/shortened.ts';

/** `党员大会（会议 7）` */
export function meetingWords({ title, number }: Pick<Meeting, 'title' | 'number'>): string {
  return `${title}（会议 ${number}）`;
}

/** `11月25日（周三）15:00`, `今天 15:00–17:00`. */
export function whenWords({ date, minute, until }: SpokenMoment, today: LocalDate): string {
  return momentWords({ date, minute }, today) + (until === undefined ? '' : `–${timeWords(until)}`);
}

/** `11月25日（周三）15:00 · 308会议室`. */
export function whenAndWhere(
  { place, ...when }: SpokenMoment & { readonly place?: string | undefined },
  today: LocalDate,
): string {
  return [whenWords(when, today), ...(place === undefined ? [] : [place])].join(' · ');
}

/** `议题 1 学习…　2 研究…`; what does not fit is counted. */
export function agendaWords(agenda: readonly string[], longest: number): string {
  if (agenda.length === 0) return '';
  if (agenda.length === 1 && agenda[0] !== undefined) return `议题：${shortened(agenda[0], longest - 3)}`;
  let words = '议题';
  for (const [index, item] of agenda.entries()) {
    const next = `${words}${index === 0 ? ' ' : '　'}${index + 1} ${item}`;
    const left = agenda.length - index;
    if ([...next].length > longest && index > 0) return `${words}　…共 ${agenda.length} 项`;
    words = left === agenda.length ? shortened(next, longest) : next;
  }
  return words;
}

/** `应到 13 人（正式 12、预备 1）`, and who sits in. */
export function expectedWords({ voting, withoutVote, guests }: InvitedCounts): string {
  const kinds =
    withoutVote === 0 || voting === 0
      ? ''
      : `（正式 ${groupedNumber(voting)}、预备 ${groupedNumber(withoutVote)}）`;
  const sitting = guests === 0 ? '' : `，列席 ${groupedNumber(guests)} 人`;
  return `应到 ${groupedNumber(expectedAt({ voting, withoutVote, guests }))} 人${kinds}${sitting}`;
}
