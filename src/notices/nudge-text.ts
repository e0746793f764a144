import type { Turn } from '../chat/turn.ts';
import { laterWords } from '../publishing/later-words.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { Zone } from '../time/zone.ts';
import { mostNudges, type Nudged } from './nudging.ts';

/** The answer to 催办. */
export function nudgedText(nudged: Nudged, turn: Turn, zone: Zone): string {
  const { people, spared, officers, time } = nudged;
  const later = laterWords(nudged, turn, zone);
  const quiet = later === undefined ? '' : `；${later}`;
  return [
    `只提醒没有确认的 ${groupedNumber(people)} 人${quiet}。`,
    ...(spared === 0 ? [] : [`另有 ${groupedNumber(spared)} 人设了免提醒、离退或全天免打扰，不催。`]),
    ...(officers === 0
      ? []
      : [
          `同时告诉了${time < mostNudges ? '各组织的负责人' : '其他工委成员'} ${groupedNumber(officers)} 人。`,
        ]),
    `这是第 ${time} 次催办，最多 ${mostNudges} 次。催错了，10 分钟内发“撤销”。`,
  ].join('\n');
}
