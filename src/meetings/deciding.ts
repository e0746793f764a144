import { entryNow } from '../attendance/entry-now.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Post } from '../post/post.ts';
import { peopleCalled } from '../roster/people-called.ts';
import { quoted } from '../wording/quoted.ts';
import type { Person } from '../roster/roster.ts';
import type { Zone } from '../time/zone.ts';
import { approverOf } from './approver.ts';
import { decidedCard } from './leave-cards.ts';
import { leaveReasonOf } from './leave-reason.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import type { Participant } from './participant.ts';
import { refuseTooLateLeave } from './refuse-too-late-leave.ts';
import { replyNow, type Leave } from './reply.ts';
import { hasBegun, startOf } from './telling.ts';

/**
 * 准假 and 不准假: an officer's answer to somebody's leave. From the start of the meeting on 准假 also records
 * the leave of somebody who did not ask for it in time and has not signed in, as long as 补签 records that
 * somebody came (domain §6.1: who is absent, and why). Throws a Refusal where it is not the officer's.
 */
export type DecideLeave = (
  turn: Turn,
  asked: {
    readonly number: number;
    readonly who: string;
    readonly approval: 'agreed' | 'declined';
    /** As the officer typed it; empty when nothing was said. */
    readonly reason?: string | undefined;
  },
) => Promise<DecidedLeave>;

export type DecidedLeave = { readonly meeting: Meeting; readonly person: Person } & (
  | { readonly outcome: 'decided'; readonly leave: Leave; readonly isTold: boolean }
  /** Leave that nobody had asked for. */
  | { readonly outcome: 'already' | 'recorded'; readonly leave: Leave }
  /** They come after all; they have signed in; they have not asked, or the time was changed since. */
  | { readonly outcome: 'comes' | 'there' | 'notAsked' }
);

export interface DecideLeaveParts {
  readonly store: Pick<MeetingStore, 'find' | 'expectUnchanged'>;
  readonly participants: Pick<ParticipantStore, 'of' | 'change'>;
  readonly post: Post;
  readonly zone: Zone;
}

export function createDecideLeave({ store, participants, post, zone }: DecideLeaveParts): DecideLeave {
  return async (turn, { number, who, approval, reason = '' }) => {
    const person = personMeant(turn, who);
    const [meeting, [participant]] = await Promise.all([
      store.find(number),
      participants.of(person.userid, [number]),
    ]);
    if (meeting === undefined || participant === undefined)
      throw new Refusal(`第 ${number} 号会议没有请${quoted(who)}，请核对编号。`);
    if (!mayDecide(turn, meeting, person)) throw new Refusal(`${quoted(who)}的请假由所在支部的书记答复。`);

    if (meeting.state === 'cancelled') return { outcome: 'notAsked', meeting, person };
    if (entryNow(participant, meeting) !== undefined) return { outcome: 'there', meeting, person };
    const reply = replyNow(participant.reply, meeting);
    if (reply?.kind === 'leave') {
      if (reply.approval === approval) return { outcome: 'already', meeting, person, leave: reply };
      const leave: Leave = { ...reply, approval };
      state(turn, meeting, participant, leave);
      const isTold = await tell(turn, meeting, person, approval);
      return { outcome: 'decided', meeting, person, leave, isTold };
    }
    if (approval === 'agreed' && hasBegun(meeting, turn.at, zone)) {
      refuseTooLateLeave(turn, meeting);
      const leave = lateLeave(turn, meeting, reason);
      state(turn, meeting, participant, leave);
      return { outcome: 'recorded', meeting, person, leave };
    }
    return { outcome: reply === undefined ? 'notAsked' : 'comes', meeting, person };
  };

  function state(turn: Turn, meeting: Meeting, participant: Participant, reply: Leave): void {
    store.expectUnchanged(turn.work, meeting);
    participants.change(turn.work, meeting.number, participant, { reply });
  }

  /** Whoever is in the officer's own branch, or asked this officer. */
  function mayDecide(turn: Turn, meeting: Meeting, person: Person): boolean {
    const own = turn.roster.peopleInScopeOf(turn.member);
    if (person.userid === turn.member.person.userid) return false;
    return (
      own.includes(person) || approverOf(meeting, person, turn.roster)?.userid === turn.member.person.userid
    );
  }

  async function tell(
    turn: Turn,
    meeting: Meeting,
    { userid }: Person,
    approval: 'agreed' | 'declined',
  ): Promise<boolean> {
    const addressees = await post.address([userid], 'unasked', turn.at);
    const inTime = addressees.filter(({ due }) => due !== undefined && due < startOf(meeting, zone));
    const [due = turn.at] = inTime.flatMap((one) => one.due ?? []);
    const card = decidedCard(meeting, approval, zone.localAt(due).date);
    post.send(turn.work, { id: `leave-${meeting.number}-${turn.identity}`, card, urgency: 'notice' }, inTime);
    return inTime.length > 0;
  }
}

/** What nobody said is 其他, the least that can be kept. */
function lateLeave({ today, minute }: Turn, meeting: Meeting, reason: string): Leave {
  const at = { date: today, minute };
  return { kind: 'leave', reason: leaveReasonOf(reason), approval: 'agreed', round: meeting.round, at };
}

function personMeant(turn: Turn, who: string): Person {
  const [person, second] = peopleCalled(who, turn.roster.peopleInScopeOf(turn.member));
  const called = person ?? turn.roster.find(who)?.person;
  if (called === undefined) throw new Refusal(`您管理的人里没有${quoted(who)}。发“成员”看都有谁。`);
  if (second === undefined) return called;
  throw new Refusal(`有几位${called.name}，请写账号，例如：准假 1 ${called.userid}`);
}
