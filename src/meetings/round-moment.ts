import type { LocalMoment } from '../time/local-moment.ts';
import { readShortMoment, shortMoment, shortMomentLength } from '../time/short-moment.ts';

/** When somebody said or did something about a meeting, and in which round of it (`Meeting.round`). */
export interface RoundMoment {
  readonly round: number;
  readonly at: LocalMoment;
}

/** `ht9y7` for 8:31 on 2026-11-20 in the first round, in which nearly all is said; `ht9y72` in the second. */
export function roundMomentText({ round, at }: RoundMoment): string {
  return `${shortMoment(at)}${round === 1 ? '' : round}`;
}

/** Digits follow a moment, so letters may follow the round. */
export const roundMomentGrammar = String.raw`[0-9a-z]{${shortMomentLength}}\d{0,9}`;

/** `undefined` for what is no such text. */
export function readRoundMoment(text: string): RoundMoment | undefined {
  const at = readShortMoment(text.slice(0, shortMomentLength));
  const round = text.slice(shortMomentLength);
  if (at === undefined || !/^\d{0,9}$/u.test(round)) return undefined;
  return { round: round === '' ? 1 : Number(round), at };
}
