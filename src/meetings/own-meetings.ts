import { entryNow } from '../attendance/entry-now.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Zone } from '../time/zone.ts';
import type { MeetingStore } from './meeting-store.ts';
import { whenWords } from './meeting-words.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import type { Participant } from './participant.ts';
import { replyNow, type Reply } from './reply.ts';
import { hasBegun } from './telling.ts';

/** A meeting that a member is invited to, and what the member said to its present time. */
export interface OwnMeeting {
  readonly meeting: Meeting;
  readonly participant: Participant;
  readonly reply?: Reply;
  readonly isSignedIn: boolean;
  readonly hasBegun: boolean;
}

/** A member's own meetings. Looking at them changes nothing. */
export interface OwnMeetings {
  /** Coming ones and today's until midnight, by their start; those of today also when they were cancelled. */
  list(turn: Turn): Promise<readonly OwnMeeting[]>;
  /** `undefined` when the member is not invited to it. */
  numbered(turn: Turn, number: number): Promise<OwnMeeting | undefined>;
  /**
   * The one with this number, or, where none was said, those that can be replied to. Throws a Refusal, which
   * ends in `example` with the number of a meeting that exists, when there is none.
   */
  meant(
    turn: Turn,
    number: number | undefined,
    example: (number: number) => string,
  ): Promise<readonly OwnMeeting[]>;
}

export interface OwnMeetingsParts {
  readonly store: Pick<MeetingStore, 'starting' | 'find'>;
  readonly participants: Pick<ParticipantStore, 'of'>;
  readonly zone: Zone;
}

export function createOwnMeetings({ store, participants, zone }: OwnMeetingsParts): OwnMeetings {
  return {
    async list(turn) {
      const own = await ownOf(turn, await store.starting({ date: turn.today, minute: 0 }));
      return own.filter(({ meeting }) => meeting.state !== 'cancelled' || meeting.date === turn.today);
    },
    numbered,
    async meant(turn, number, example) {
      if (number === undefined) {
        const coming = await comingOf(turn);
        if (coming.length > 0) return coming;
        throw new Refusal('您接下来没有会议。发“会议”看今天的。');
      }
      const own = await numbered(turn, number);
      if (own !== undefined) return [own];
      const [next] = await comingOf(turn);
      throw new Refusal(
        next === undefined
          ? `没有请您参加的第 ${number} 号会议。您接下来没有会议。`
          : `没有请您参加的第 ${number} 号会议。您接下来的会议是 ${next.meeting.number} 号，${whenWords(next.meeting, turn.today)} ${next.meeting.title}。\n例如：${example(next.meeting.number)}`,
      );
    },
  };

  async function numbered(turn: Turn, number: number): Promise<OwnMeeting | undefined> {
    const meeting = await store.find(number);
    const [own] = meeting === undefined ? [] : await ownOf(turn, [meeting]);
    return own;
  }

  async function comingOf(turn: Turn): Promise<readonly OwnMeeting[]> {
    const own = await ownOf(turn, await store.starting({ date: turn.today, minute: turn.minute }));
    return own.filter((one) => one.meeting.state === 'called' && !one.hasBegun);
  }

  async function ownOf(turn: Turn, meetings: readonly Meeting[]): Promise<readonly OwnMeeting[]> {
    const numbers = meetings.map(({ number }) => number);
    const own = await participants.of(turn.member.person.userid, numbers);
    return meetings.flatMap((meeting, index) => {
      const participant = own[index];
      if (participant === undefined) return [];
      const reply = replyNow(participant.reply, meeting);
      return [
        {
          meeting,
          participant,
          ...(reply === undefined ? {} : { reply }),
          isSignedIn: entryNow(participant, meeting) !== undefined,
          hasBegun: hasBegun(meeting, turn.at, zone),
        },
      ];
    });
  }
}
