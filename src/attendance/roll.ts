import type { Standing } from '../meetings/invitation.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Participant } from '../meetings/participant.ts';
import { replyNow, type LeaveReason, type Reply } from '../meetings/reply.ts';
import { entryNow } from './entry-now.ts';
import type { Presence, RollEntry } from './roll-entry.ts';

/** One person of a meeting: whether they were there, or why not. */
export type RollLine = {
  /** The account in lower case. */
  readonly userid: string;
  readonly standing: Standing;
} & RollState;

export type RollState =
  | { readonly state: Presence; readonly entry: RollEntry }
  | { readonly state: 'leave'; readonly reason: LeaveReason }
  /** Not there yet, or absent: which of the two only the clock tells. */
  | { readonly state: 'missing' };

/**
 * The roll: who was there stands in its entries, whatever they had replied. Leave counts unless it was
 * declined. Neither entries nor replies from before the time was changed count.
 */
export function rollOf(
  meeting: Pick<Meeting, 'round'>,
  participants: readonly Participant[],
): readonly RollLine[] {
  return participants.map((one) => ({
    userid: one.userid,
    standing: one.standing,
    ...stateOf(entryNow(one, meeting), replyNow(one.reply, meeting)),
  }));
}

function stateOf(entry: RollEntry | undefined, reply: Reply | undefined): RollState {
  if (entry !== undefined) return { state: entry.presence, entry };
  return reply?.kind === 'leave' && reply.approval !== 'declined'
    ? { state: 'leave', reason: reply.reason }
    : { state: 'missing' };
}

/** Whether somebody was there, in the room or online. */
export function isThere(line: RollLine): line is RollLine & { readonly state: Presence } {
  return line.state !== 'leave' && line.state !== 'missing';
}
