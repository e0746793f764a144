import type { Meeting } from '../meetings/meeting.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { MakeUpReason } from './make-up-reason.ts';

/** That somebody was at a meeting, as it stands in its roll. */
export interface RollEntry {
  /** The round of the meeting, as of a reply: whoever was there before it was put off has not come yet. */
  readonly round: number;
  readonly presence: Presence;
  /** When it was entered; for a code this is when the person came. */
  readonly at: LocalMoment;
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

/** The entry, unless the meeting's time was changed since. */
export function entryNow(
  entry: RollEntry | undefined,
  { round }: Pick<Meeting, 'round'>,
): RollEntry | undefined {
  return entry?.round === round ? entry : undefined;
}
