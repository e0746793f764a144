import type { Turn } from '../chat/turn.ts';

/** What can be taken back, by the domain that does it. */
export const deedKinds = ['hours', 'case', 'attendance', 'nudge', 'duty', 'minutes'] as const;
export type DeedKind = (typeof deedKinds)[number];

/**
 * What 撤销 takes back: the latest thing somebody did that took effect at once, for ten minutes
 * (contract §4). It lies on the desk; a newer one replaces it.
 */
export interface Deed {
  readonly kind: DeedKind;
  /** What its domain needs to know to take it back; short, and empty where that is kept elsewhere. */
  readonly detail: string;
}

/** As it lies on the desk. */
export interface NotedDeed extends Deed {
  /** Something was said after it that changed nothing: a bare 撤销 may be meant of that. */
  readonly isBehind: boolean;
}

const lifetime = 10 * 60_000;

export function noteDeed(turn: Turn, deskKey: string, { kind, detail }: Deed): void {
  turn.work.write('HSET', deskKey, field, `${kind} ${turn.at + lifetime} ${detail}`);
}

/** States that what could have been a deed changed nothing: the one before it is not what was just done. */
export function noteNoDeed(turn: Turn, deskKey: string): void {
  const noted = latestDeed(turn);
  if (noted === undefined || noted.isBehind) return;
  turn.work.write('HSET', deskKey, field, `${behind}${turn.desk[field]}`);
}

/** States that the deed before is meant after all. */
export function bringForward(turn: Turn, deskKey: string): void {
  turn.work.write('HSET', deskKey, field, (turn.desk[field] ?? '').replace(behind, ''));
}

/** The latest deed, if it is not too old. */
export function latestDeed(turn: Turn): NotedDeed | undefined {
  const [, mark, word, until, detail = ''] = /^(~?)(\S+) (\d+) ?(.*)$/su.exec(turn.desk[field] ?? '') ?? [];
  const kind = deedKinds.find((one) => one === word);
  return kind !== undefined && turn.at < Number(until)
    ? { kind, detail, isBehind: mark === behind }
    : undefined;
}

export function clearDeed(turn: Turn, deskKey: string): void {
  turn.work.write('HDEL', deskKey, field);
}

const field = 'deed';
const behind = '~';
