import type { Turn } from '../chat/turn.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { Later } from './later-words.ts';

/** `已通知 9 人`. Whoever is not to be disturbed now has not been told yet: `later` of those who are reached. */
export function toldWords(
  reached: number,
  { later, laterFrom }: Later,
  { today }: Pick<Turn, 'today'>,
  zone: Zone,
): string {
  const told = `已通知 ${groupedNumber(reached - later)} 人`;
  if (laterFrom === undefined) return told;
  const from = momentWords(zone.localAt(laterFrom), today);
  const waiting = `${groupedNumber(later)} 人现在不便打扰，${from}起通知`;
  return later === reached ? waiting : `${told}，另外 ${waiting}`;
}
