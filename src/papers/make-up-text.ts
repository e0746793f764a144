import type { Turn } from '../chat/turn.ts';
import { dateWords, momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { AllowedMakeUp } from './make-ups.ts';

/** The answer to 补考. */
export function makeUpText({ paper, person, makeUp, toldAt }: AllowedMakeUp, turn: Turn, zone: Zone): string {
  return [
    `已给${person.name}安排补考：测试 ${paper.number}，做到${dateWords(makeUp.until, turn.today)}24:00。`,
    `原因只记“${makeUp.reason}”。`,
    toldWords(person.name, toldAt, turn, zone),
  ].join('\n');
}

function toldWords(name: string, toldAt: number | undefined, turn: Turn, zone: Zone): string {
  if (toldAt === undefined) return `${name}设了全天免打扰，通知送不到，请当面说一声。`;
  return toldAt > turn.at
    ? `${name}现在不便打扰，${momentWords(zone.localAt(toldAt), turn.today)}通知。`
    : `已通知${name}。`;
}
