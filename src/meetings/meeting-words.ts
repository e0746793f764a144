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

/** The agenda on a card: an item a line; what does not fit into so many characters is counted. */
export function agendaLines(agenda: readonly string[], longest: number): readonly string[] {
  const [first, second] = agenda;
  if (first === undefined) return [];
  if (second === undefined) return [`议题：${shortened(first, longest)}`];
  const lines = agenda.map((item, index) => `${index + 1} ${item}`);
  const shown: string[] = [];
  let left = longest;
  for (const line of lines.slice(0, mostItems)) {
    left -= [...line].length;
    if (left < 0 && shown.length > 0) break;
    shown.push(shortened(line, longest));
  }
  const rest = shown.length < lines.length ? [`…共 ${lines.length} 项`] : [];
  return ['议题：', ...shown, ...rest];
}

/** A card shows some eight lines before one has to scroll. */
const mostItems = 5;

/** `应到 13 人（正式 12、预备 1）`, and who sits in. */
export function expectedWords({ voting, withoutVote, guests }: InvitedCounts): string {
  const kinds =
    withoutVote === 0 || voting === 0
      ? ''
      : `（正式 ${groupedNumber(voting)}、预备 ${groupedNumber(withoutVote)}）`;
  const sitting = guests === 0 ? '' : `，列席 ${groupedNumber(guests)} 人`;
  return `应到 ${groupedNumber(expectedAt({ voting, withoutVote, guests }))} 人${kinds}${sitting}`;
}
