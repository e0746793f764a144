import type { DutyPace } from './duty-pace.ts';
import type { DutyNumbers } from './duty-rules.ts';
import type { LooserChange } from './duty-standard.ts';

/** `每季度 1 次`, `提前 6 个月`, `3 个月内`; `没有写次数` where there is no number. */
export function paceWords({ pace, aheadMonths, withinMonths, termYears }: DutyNumbers): string {
  const words = [
    ...(pace === undefined ? [] : [`${periodWords(pace)} ${pace.times} 次`]),
    ...(termYears === undefined ? [] : [`每届 ${termYears} 年`]),
    ...(aheadMonths === undefined ? [] : [`提前 ${aheadMonths} 个月`]),
    ...(withinMonths === undefined ? [] : [`${withinMonths} 个月内`]),
  ];
  return words.length === 0 ? '没有写次数' : words.join('，');
}

/** What is said to the operator of a change that is not used. */
export function looserWords({ change, rule }: LooserChange): string {
  return `${rule.title} ${paceWords(change)}，比全国的（${paceWords(rule)}）宽，没有采用，仍按全国的算`;
}

/** `每月`, `每 3 年` */
function periodWords({ unit, units }: DutyPace): string {
  return units === 1 ? `每${unit}` : `每 ${units} ${unit}`;
}
