import type { LocalDate } from '../time/local-date.ts';

/** A meeting as it stands now; who is invited and what they replied lies beside it (invitation.ts, reply.ts). */
export interface Meeting {
  /** Short number, unique for ever. */
  readonly number: number;
  /** Code of its kind in `content/meetings/types.yaml`. */
  readonly type: string;
  /** As it stands in messages: 党员大会, 第四季度党员大会. */
  readonly title: string;
  /** Code of the organisation that meets. */
  readonly organisation: string;
  readonly date: LocalDate;
  /** Minute of the day, 0 to 1439. */
  readonly minute: number;
  /** Minute at which it ends, 1 to 1440, when that was said. */
  readonly until?: number;
  readonly place?: string;
  readonly agenda: readonly string[];
  readonly invited: InvitedCounts;
  readonly state: MeetingState;
  /** Userid of the officer who called it. */
  readonly convenedBy: string;
  /** When it was called, and when its time or place was changed last, in milliseconds since the epoch. */
  readonly convenedAt: number;
  readonly changedAt: number;
  /** 1 at first; each change of its time begins another round, in which everybody is asked anew. */
  readonly round: number;
  /** 0 at first; counts all changes, for the guards of the store. */
  readonly revision: number;
  /** Why it was cancelled. */
  readonly reason?: string;
  /** What is left of the replies when it is no longer kept who said what. */
  readonly replied?: RepliedCounts;
}

/** `called` until it was cancelled, or until somebody says that it was held. */
export const meetingStates = ['called', 'cancelled', 'held'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** How many were invited; kept when their names are forgotten. */
export interface InvitedCounts {
  /** With a vote in this meeting: 正式党员, or the members of a committee. */
  readonly voting: number;
  /** They belong to the meeting and have no vote: 预备党员. */
  readonly withoutVote: number;
  /** 列席. They are not among 应到. */
  readonly guests: number;
}

/** To the last round. */
export interface RepliedCounts {
  readonly coming: number;
  readonly leave: number;
}

/** 应到: everybody invited but the guests. */
export function expectedAt({ voting, withoutVote }: InvitedCounts): number {
  return voting + withoutVote;
}
