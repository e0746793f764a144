import type { Turn } from '../chat/turn.ts';
import { sendingWindow } from '../time/sending-window.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { groupedNumber } from '../wording/grouped-number.ts';

/** Those who are not reached at once, and when the first of them is. */
export interface Later {
  readonly later: number;
  /** In milliseconds since the epoch; left out when there is nobody. */
  readonly laterFrom?: number;
}

/** Of the instants at which people are reached, those that are still to come. */
export function laterOf(dues: readonly (number | undefined)[], now: number): Later {
  const later = dues.flatMap((due) => (due !== undefined && due > now ? [due] : []));
  return { later: later.length, ...(later.length === 0 ? {} : { laterFrom: Math.min(...later) }) };
}

/**
 * Why some hear of it later, and from when on: at night because nobody is written to then, by day because
 * they wished it so. No full stop; `undefined` when nobody has to wait.
 */
export function laterWords(
  { later, laterFrom }: Later,
  turn: Pick<Turn, 'minute' | 'today'>,
  zone: Zone,
): string | undefined {
  if (laterFrom === undefined) return undefined;
  const from = `${momentWords(zone.localAt(laterFrom), turn.today)}起送达`;
  return isNight(turn.minute)
    ? `${outsideTheHours}，${from}`
    : `其中 ${groupedNumber(later)} 人设了免打扰，${from}`;
}

/** Whether nobody is written to unasked at this minute of the day. */
export function isNight(minute: number): boolean {
  return minute < sendingWindow.from || minute >= sendingWindow.until;
}

/** Contract §4. */
export const outsideTheHours = '8:00 到 21:00 之外不打扰';
