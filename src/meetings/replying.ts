import type { Turn } from '../chat/turn.ts';
import type { Zone } from '../time/zone.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { OwnMeeting, OwnMeetings } from './own-meetings.ts';
import type { ParticipantStore } from './participant-store.ts';
import { comingAt, type Coming } from './reply.ts';
import { hasBegun } from './telling.ts';

/** 参加. `round` is that of the card which was tapped. */
export type SayComing = (
  turn: Turn,
  number: number | undefined,
  round: number | undefined,
) => Promise<SaidComing>;

export type SaidComing =
  | { readonly outcome: 'coming' | 'already'; readonly meeting: Meeting; readonly reply: Coming }
  /** `moved`: said of an older time than the meeting has now. */
  | { readonly outcome: 'moved' | 'cancelled' | 'there' | 'begun'; readonly meeting: Meeting }
  /** No number was said, and several can be meant. */
  | { readonly outcome: 'which'; readonly meetings: readonly OwnMeeting[] };

export interface SayComingParts {
  readonly store: Pick<MeetingStore, 'expectUnchanged'>;
  readonly participants: Pick<ParticipantStore, 'change'>;
  readonly own: OwnMeetings;
  readonly zone: Zone;
}

export function createSayComing({ store, participants, own, zone }: SayComingParts): SayComing {
  return async (turn, number, round) => {
    const all = await own.meant(turn, number, (one) => `参加 ${one}`);
    // Whoever has said no is not asked again; whoever has said nothing is meant first.
    const open = all.filter(({ reply }) => reply === undefined);
    const [one, other] = number === undefined && open.length > 0 ? open : all;
    if (one === undefined || other !== undefined) return { outcome: 'which', meetings: all };

    const { meeting, reply, participant, isSignedIn } = one;
    if (meeting.state === 'cancelled') return { outcome: 'cancelled', meeting };
    if (isSignedIn) return { outcome: 'there', meeting };
    if (round !== undefined && round < meeting.round) return { outcome: 'moved', meeting };
    if (reply?.kind === 'coming') return { outcome: 'already', meeting, reply };
    if (hasBegun(meeting, turn.at, zone)) return { outcome: 'begun', meeting };
    const coming = comingAt({ date: turn.today, minute: turn.minute }, meeting);
    store.expectUnchanged(turn.work, meeting);
    participants.change(turn.work, meeting.number, participant, { reply: coming });
    return { outcome: 'coming', meeting, reply: coming };
  };
}
