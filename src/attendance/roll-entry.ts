import type { RoundMoment } from '../meetings/round-moment.ts';
import type { MakeUpReason } from './make-up-reason.ts';

/**
 * That somebody was at a meeting, as it stands in its roll. The moment is that of the entry; for a code this
 * is when the person came. Whoever was there before the meeting was put off has not come yet.
 */
export interface RollEntry extends RoundMoment {
  readonly presence: Presence;
  readonly source: EntrySource;
}

/** 线上 is told by the person; 迟到 follows from the clock, or is said by whoever signs in for somebody. */
export const presences = ['present', 'late', 'online'] as const;
export type Presence = (typeof presences)[number];

export type EntrySource =
  /** The person typed the code. */
  | { readonly kind: 'code' }
  /** 代签: an officer did it during the meeting. */
  | { readonly kind: 'recorded'; readonly by: string }
  /** 补签: an officer did it afterwards. */
  | { readonly kind: 'madeUp'; readonly by: string; readonly reason: MakeUpReason };
