import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { cutOffNow, dateWords } from '../time/spoken-time.ts';
import type { Challenge } from './contest.ts';

/** 挑战 3 情况: how many take part, for those who lead it. */
export function participationText(
  { number, name, from, until }: Challenge,
  { tookPart, people }: { readonly tookPart: number; readonly people: number },
  { today, minute }: Pick<Turn, 'today' | 'minute'>,
): string {
  const cutOff = cutOffNow({ minute });
  const counted = `参加 ${groupedNumber(tookPart)}/${groupedNumber(people)} 人（${cutOff}）`;
  return [
    `挑战 ${number} · ${name}`,
    from > today ? `${dateWords(from, today)}开始，到${dateWords(until, today)}` : counted,
    ...(until < today
      ? []
      : [`${dateWords(until, today)}结束后公布各支部的结果。提前结束发“结束挑战 ${number}”。`]),
  ].join('\n');
}
