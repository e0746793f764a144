import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Post } from '../post/post.ts';
import { peopleCalled } from '../roster/people-called.ts';
import { quoted } from '../wording/quoted.ts';
import type { Person } from '../roster/roster.ts';
import type { Zone } from '../time/zone.ts';
import { approverOf } from './approver.ts';
import { decidedCard } from './leave-cards.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import { replyNow, type Leave } from './reply.ts';
import { startOf } from './telling.ts';

/** 准假 and 不准假: an officer's answer to somebody's leave. Throws a Refusal where it is not the officer's. */
export type DecideLeave = (
  turn: Turn,
  asked: { readonly number: number; readonly who: string; readonly approval: 'agreed' | 'declined' },
) => Promise<DecidedLeave>;

export type DecidedLeave = { readonly meeting: Meeting; readonly person: Person } & (
  | { readonly outcome: 'decided' | 'already'; readonly leave: Leave }
  /** They come after all, or the time was changed since. */
  | { readonly outcome: 'comes' | 'notAsked' }
);

export interface DecideLeaveParts {
  readonly store: Pick<MeetingStore, 'find' | 'expectUnchanged'>;
  readonly participants: Pick<ParticipantStore, 'of' | 'change'>;
  readonly post: Post;
  readonly zone: Zone;
}

export function createDecideLeave({ store, participants, post, zone }: DecideLeaveParts): DecideLeave {
  return async (turn, { number, who, approval }) => {
    const person = personMeant(turn, who);
    const [meeting, [participant]] = await Promise.all([
      store.find(number),
      participants.of(person.userid, [number]),
    ]);
    if (meeting === undefined || participant === undefined)
      throw new Refusal(`第 ${number} 号会议没有请${quoted(who)}，请核对编号。`);
    if (!mayDecide(turn, meeting, person)) throw new Refusal(`${quoted(who)}的请假由所在支部的书记答复。`);

    const reply = replyNow(participant.reply, meeting);
    if (reply === undefined || meeting.state === 'cancelled') return { outcome: 'notAsked', meeting, person };
    if (reply.kind === 'coming') return { outcome: 'comes', meeting, person };
    if (reply.approval === approval) return { outcome: 'already', meeting, person, leave: reply };
    const leave: Leave = { ...reply, approval };
    store.expectUnchanged(turn.work, meeting);
    participants.change(turn.work, number, participant, { reply: leave });
    await tell(turn, meeting, person, approval);
    return { outcome: 'decided', meeting, person, leave };
  };

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
  ): Promise<void> {
    const addressees = await post.address([userid], 'unasked', turn.at);
    const inTime = addressees.filter(({ due }) => due !== undefined && due < startOf(meeting, zone));
    const [due = turn.at] = inTime.flatMap((one) => one.due ?? []);
    const card = decidedCard(meeting, approval, zone.localAt(due).date);
    post.send(turn.work, { id: `leave-${meeting.number}-${turn.identity}`, card, urgency: 'notice' }, inTime);
  }
}

function personMeant(turn: Turn, who: string): Person {
  const [person, second] = peopleCalled(who, turn.roster.peopleInScopeOf(turn.member));
  const called = person ?? turn.roster.find(who)?.person;
  if (called === undefined) throw new Refusal(`您管理的人里没有${quoted(who)}。发“成员”看都有谁。`);
  if (second === undefined) return called;
  throw new Refusal(`有几位${called.name}，请写账号，例如：准假 1 ${called.userid}`);
}
