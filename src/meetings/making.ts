import type { MeetingType } from '../library/meeting-type.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { accountKey } from '../roster/account.ts';
import type { Organisation } from '../roster/roster.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { SpokenMoment } from '../time/spoken/doubt.ts';
import { countInvited, type Invited } from './invitation.ts';
import { invitationCard } from './meeting-cards.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import { comingAt } from './reply.ts';
import type { Reach, Telling } from './telling.ts';

/** States a new meeting with the invitations to it, in one step. */
export type MakeMeeting = (work: UnitOfWork, plan: MeetingPlan) => Promise<Meeting>;

export interface MeetingPlan {
  readonly type: MeetingType;
  readonly title: string;
  readonly organisation: Organisation;
  readonly when: SpokenMoment;
  readonly place?: string | undefined;
  readonly agenda: readonly string[];
  readonly invited: readonly Invited[];
  readonly reach: Reach;
  readonly convenedBy: string;
  /** When the convener called it in person: they come. Not for a monthly meeting that the service calls. */
  readonly calledAt?: LocalMoment;
  /** In milliseconds since the epoch. */
  readonly now: number;
}

export function createMakeMeeting({
  store,
  participants,
  telling,
}: {
  readonly store: Pick<MeetingStore, 'latest' | 'add'>;
  readonly participants: Pick<ParticipantStore, 'invite'>;
  readonly telling: Pick<Telling, 'tell'>;
}): MakeMeeting {
  return async (
    work,
    { type, title, organisation, when, place, agenda, invited, reach, convenedBy, calledAt, now },
  ) => {
    const meeting: Meeting = {
      number: (await store.latest()) + 1,
      type: type.code,
      title,
      organisation: organisation.code,
      ...when,
      ...(place === undefined ? {} : { place }),
      agenda,
      invited: countInvited(invited),
      state: 'called',
      convenedBy,
      convenedAt: now,
      changedAt: now,
      round: 1,
      revision: 0,
    };
    store.add(work, meeting);
    const convener = calledAt && { userid: accountKey(convenedBy), reply: comingAt(calledAt, meeting) };
    participants.invite(
      work,
      meeting.number,
      invited.map((one) => (one.userid === convener?.userid ? { ...one, ...convener } : one)),
    );
    telling.tell(work, `meeting-${meeting.number}-called`, reach.reached, (today, standing) =>
      invitationCard(meeting, { organisation: organisation.name, today, standing }),
    );
    return meeting;
  };
}
