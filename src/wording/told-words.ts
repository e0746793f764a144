import { groupedNumber } from './grouped-number.ts';

/** `已通知 9 人`. Whoever is not to be disturbed now has not been told yet: `later` of those who are reached. */
export function toldWords(reached: number, later: number): string {
  const told = `已通知 ${groupedNumber(reached - later)} 人`;
  if (later === 0) return told;
  const waiting = `${groupedNumber(later)} 人现在不便打扰，到时间通知`;
  return later === reached ? waiting : `${told}，另外 ${waiting}`;
}
