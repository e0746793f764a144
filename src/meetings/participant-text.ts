import { standings, type Standing } from './invitation.ts';
import type { Participant } from './participant.ts';
import { approvals, leaveReasons, type Approval, type LeaveReason, type Reply } from './reply.ts';
import { readRoundMoment, roundMomentGrammar, roundMomentText } from './round-moment.ts';

/*
 * What is kept of somebody who is invited to a meeting, as one short text:
 *   v                invited with a vote (`m` without one, `g` as a guest), and has said nothing
 *   vht9y7           comes, as they said at 8:31 on 2026-11-20 (round-moment.ts)
 *   mht9y7pa         on leave: the letters of the reason and of the approval
 *   vht9y7 pht9zz    and was there: behind the blank is their entry of the roll, which is the attendance room's
 */

export function participantText({
  standing,
  reply,
  rollEntry,
}: Pick<Participant, 'standing' | 'reply' | 'rollEntry'>): string {
  const said = `${standingLetters[standing]}${reply === undefined ? '' : replyText(reply)}`;
  return rollEntry === '' ? said : `${said} ${rollEntry}`;
}

/** `undefined` for what is no such text: that is nobody. A reply that cannot be read counts as none. */
export function readParticipant(userid: string, stored: string): Participant | undefined {
  const standing = standings.find((one) => standingLetters[one] === stored.charAt(0));
  if (standing === undefined) return undefined;
  const blank = stored.indexOf(' ');
  const reply = readReply(stored.slice(1, blank === -1 ? undefined : blank));
  const rollEntry = blank === -1 ? '' : stored.slice(blank + 1);
  return { userid, standing, ...(reply === undefined ? {} : { reply }), rollEntry, stored };
}

const standingLetters: Readonly<Record<Standing, string>> = { voting: 'v', withoutVote: 'm', guest: 'g' };
const reasonLetters: Readonly<Record<LeaveReason, string>> = { 公差: 'd', 请假: 'p', 其他: 'o' };
const approvalLetters: Readonly<Record<Approval, string>> = { asked: 'a', agreed: 'y', declined: 'n' };

function replyText(reply: Reply): string {
  const when = roundMomentText(reply);
  return reply.kind === 'coming'
    ? when
    : `${when}${reasonLetters[reply.reason]}${approvalLetters[reply.approval]}`;
}

const replyGrammar = new RegExp(`^(${roundMomentGrammar})(?:([a-z])([a-z]))?$`, 'u');

function readReply(text: string): Reply | undefined {
  const [, when = '', reasonLetter, approvalLetter] = replyGrammar.exec(text) ?? [];
  const said = readRoundMoment(when);
  if (said === undefined) return undefined;
  if (reasonLetter === undefined) return { kind: 'coming', ...said };
  const reason = leaveReasons.find((one) => reasonLetters[one] === reasonLetter);
  const approval = approvals.find((one) => approvalLetters[one] === approvalLetter);
  return reason === undefined || approval === undefined
    ? undefined
    : { kind: 'leave', reason, approval, ...said };
}
