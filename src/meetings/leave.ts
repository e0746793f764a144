import type { Turn } from '../chat/turn.ts';
import type { Post } from '../post/post.ts';
import type { Person } from '../roster/roster.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { Zone } from '../time/zone.ts';
import { approverOf } from './approver.ts';
import { leaveCard } from './leave-cards.ts';
import { leaveReasonOf } from './leave-reason.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { MeantLeave, UnclearLeave } from './meant-leave.ts';
import type { ParticipantStore } from './participant-store.ts';
import { refuseTooLateLeave } from './refuse-too-late-leave.ts';
import type { Leave } from './reply.ts';

/** 请假, with the words that were typed behind it. */
export type AskLeave = (turn: Turn, words: string) => Promise<AskedLeave>;

export type AskedLeave =
  | {
      readonly outcome: 'asked';
      readonly meeting: Meeting;
      readonly leave: Leave;
      /** Who is told; nobody where the member is the only officer. */
      readonly approver: Person | undefined;
      readonly told: Told;
      /** The meeting has begun. */
      readonly isLate: boolean;
    }
  | { readonly outcome: 'already'; readonly meeting: Meeting; readonly leave: Leave }
  | { readonly outcome: 'noReason' | 'cancelled' | 'there'; readonly meeting: Meeting }
  /** From the start on it is the approver who records it; the only officer of a branch still does. */
  | { readonly outcome: 'begun'; readonly meeting: Meeting; readonly approver: Person }
  | ({ readonly outcome: 'which' } & UnclearLeave);

/** When the approver hears of it; `never` where quiet hours leave no time at all. */
export type Told = 'now' | 'never' | LocalMoment;

export interface AskLeaveParts {
  readonly store: Pick<MeetingStore, 'expectUnchanged'>;
  readonly participants: Pick<ParticipantStore, 'change'>;
  readonly meantLeave: MeantLeave;
  readonly post: Post;
  readonly zone: Zone;
}

export function createAskLeave({ store, participants, meantLeave, post, zone }: AskLeaveParts): AskLeave {
  return async (turn, typed) => {
    const meant = await meantLeave(turn, typed);
    if ('meetings' in meant) return { outcome: 'which', ...meant };

    const { own, reason: words } = meant;
    const { meeting, reply, participant, isSignedIn, hasBegun } = own;
    const approver = approverOf(meeting, turn.member.person, turn.roster);
    if (meeting.state === 'cancelled') return { outcome: 'cancelled', meeting };
    if (isSignedIn) return { outcome: 'there', meeting };
    if (hasBegun) {
      if (reply?.kind === 'leave' && reply.approval !== 'declined') {
        return { outcome: 'already', meeting, leave: reply };
      }
      if (approver !== undefined) return { outcome: 'begun', meeting, approver };
      refuseTooLateLeave(turn, meeting);
    }
    if (words === '') return { outcome: 'noReason', meeting };
    const reason = leaveReasonOf(words);
    if (reply?.kind === 'leave' && reply.reason === reason)
      return { outcome: 'already', meeting, leave: reply };

    const at = { date: turn.today, minute: turn.minute };
    const leave: Leave = { kind: 'leave', reason, approval: 'asked', round: meeting.round, at };
    store.expectUnchanged(turn.work, meeting);
    participants.change(turn.work, meeting.number, participant, { reply: leave });
    const told = approver === undefined ? 'now' : await tell(turn, meeting, leave, approver);
    return { outcome: 'asked', meeting, leave, approver, told, isLate: hasBegun };
  };

  async function tell(turn: Turn, meeting: Meeting, { reason }: Leave, approver: Person): Promise<Told> {
    const addressees = await post.address([approver.userid], 'unasked', turn.at);
    // The turn names it: somebody may ask, come after all, and ask again.
    const id = `leave-${meeting.number}-${turn.identity}`;
    const [due] = addressees.flatMap((one) => one.due ?? []);
    if (due === undefined) return 'never';
    const card = leaveCard(meeting, turn.member.person, reason, zone.localAt(due).date);
    post.send(turn.work, { id, card, urgency: 'notice' }, addressees);
    return due > turn.at ? zone.localAt(due) : 'now';
  }
}
