import type { Turn } from '../chat/turn.ts';

/**
 * What 撤销 takes back: the latest thing an officer did that took effect at once, for ten minutes
 * (contract §4). It lies on the desk; a newer one replaces it. How it is taken back is its domain's own.
 */
export interface Deed {
  readonly kind: 'hours';
}

const lifetime = 10 * 60_000;

export function noteDeed(turn: Turn, deskKey: string, { kind }: Deed): void {
  turn.work.write('HSET', deskKey, field, `${kind} ${turn.at + lifetime}`);
}

/** The latest deed, if it is not too old. */
export function latestDeed(turn: Turn): Deed | undefined {
  const [kind, until] = (turn.desk[field] ?? '').split(' ');
  return kind === 'hours' && turn.at < Number(until) ? { kind } : undefined;
}

export function clearDeed(turn: Turn, deskKey: string): void {
  turn.work.write('HDEL', deskKey, field);
}

const field = 'deed';
