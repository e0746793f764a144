import type { InvitedCounts } from './meeting.ts';

/** One person's place in a meeting, as it was when they were invited; a later roster does not change it. */
export interface Invited {
  /** The account in lower case, as stores keep it; the roster knows how it is spelled today. */
  readonly userid: string;
  readonly standing: Standing;
}

/** See `InvitedCounts`. */
export const standings = ['voting', 'withoutVote', 'guest'] as const;
export type Standing = (typeof standings)[number];

export function countInvited(invited: readonly Invited[]): InvitedCounts {
  const count = (standing: Standing): number => invited.filter((one) => one.standing === standing).length;
  return { voting: count('voting'), withoutVote: count('withoutVote'), guests: count('guest') };
}
