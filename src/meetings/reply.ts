import type { LocalMoment } from '../time/local-moment.ts';
import type { Meeting } from './meeting.ts';
import type { RoundMoment } from './round-moment.ts';

/** What somebody who is invited said last. */
export type Reply = Coming | Leave;

export interface Coming extends RoundMoment {
  readonly kind: 'coming';
}

export interface Leave extends RoundMoment {
  readonly kind: 'leave';
  readonly reason: LeaveReason;
  /** Unanswered leave counts as asked for: nobody is absent because an officer was busy. */
  readonly approval: Approval;
}

/** All that is ever kept of a reason (domain §6.1, §11.2): illness and family matters are 其他. */
export const leaveReasons = ['公差', '请假', '其他'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

export const approvals = ['asked', 'agreed', 'declined'] as const;
export type Approval = (typeof approvals)[number];

/** Said at this moment, of the time that the meeting has now. */
export function comingAt(at: LocalMoment, { round }: Pick<Meeting, 'round'>): Coming {
  return { kind: 'coming', round, at };
}

/** The reply, unless the time was changed since: then nobody has replied yet. */
export function replyNow(reply: Reply | undefined, { round }: Pick<Meeting, 'round'>): Reply | undefined {
  return reply?.round === round ? reply : undefined;
}
