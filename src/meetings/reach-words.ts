import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { Reach } from './telling.ts';

/** Who will hear and when, for a preview: `13 人，确认后就发`, `其他 12 人，确认后就发`. At most 30 characters. */
export function reachWords(
  { isOfOthers, reached, later, laterFrom, missed }: Reach,
  turn: Turn,
  zone: Zone,
): string {
  const people = `${isOfOthers ? '其他 ' : ''}${groupedNumber(reached.length)} 人`;
  const unheard = missed === 0 ? '' : `；会前送不到 ${groupedNumber(missed)} 人`;
  if (later === 0 || laterFrom === undefined) return `${people}，确认后就发${unheard}`;
  const from = momentWords(zone.localAt(laterFrom), turn.today);
  if (later === reached.length) return `${people}，${from}起送达${unheard}`;
  return `${people}，其中 ${groupedNumber(later)} 人${from}起送达${unheard}`;
}
