import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Person } from '../roster/roster.ts';
import type { Standing } from './invitation.ts';
import { leads } from './led-meeting.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import { replyNow, type Leave, type Reply } from './reply.ts';

/** A meeting as one member may see it. */
export interface MeetingView {
  readonly meeting: Meeting;
  /** The member's own place, when invited. */
  readonly standing?: Standing;
  readonly reply?: Reply;
  /** For officers: what their own people replied. */
  readonly replies?: ReplyView;
  readonly isLed: boolean;
}

/** They add up to those who were invited out of the officer's people and are still on the roster. */
export interface ReplyView {
  readonly coming: readonly Person[];
  readonly leave: readonly { readonly person: Person; readonly leave: Leave }[];
  readonly unanswered: readonly Person[];
  /** Invited, and no longer on the roster; nobody writes to them. */
  readonly gone: number;
  readonly total: number;
}

/** 会议 7. Throws a Refusal for a meeting the member has nothing to do with. */
export type ViewMeeting = (turn: Turn, number: number) => Promise<MeetingView>;

export interface ViewMeetingParts {
  readonly store: Pick<MeetingStore, 'find'>;
  readonly participants: Pick<ParticipantStore, 'of' | 'all'>;
}

export function createViewMeeting({ store, participants }: ViewMeetingParts): ViewMeeting {
  return async (turn, number) => {
    const { userid } = turn.member.person;
    const [meeting, [own]] = await Promise.all([store.find(number), participants.of(userid, [number])]);
    const isLed = meeting !== undefined && leads(turn, meeting);
    if (meeting === undefined || (own === undefined && !isLed)) {
      throw new Refusal(`没有和您有关的第 ${number} 号会议。发“会议”看您接下来的。`);
    }
    const reply = replyNow(own?.reply, meeting);
    const isOfficer = turn.roster.scopeOf(turn.member).length > 0;
    return {
      meeting,
      isLed,
      ...(own === undefined ? {} : { standing: own.standing }),
      ...(reply === undefined ? {} : { reply }),
      ...(isOfficer ? { replies: await repliesFor(turn, meeting) } : {}),
    };
  };

  /** Of the officer’s own people, guests with them. */
  async function repliesFor(turn: Turn, meeting: Meeting): Promise<ReplyView> {
    const scope = new Set(turn.roster.peopleInScopeOf(turn.member));
    const invited = (await participants.all(meeting.number)).map(({ userid, reply }) => ({
      person: turn.roster.find(userid)?.person,
      reply: replyNow(reply, meeting),
    }));
    const own = invited.flatMap(({ person, reply }) =>
      person !== undefined && scope.has(person) ? [{ person, reply }] : [],
    );
    return {
      coming: own.filter(({ reply }) => reply?.kind === 'coming').map(({ person }) => person),
      leave: own.flatMap(({ person, reply }) => (reply?.kind === 'leave' ? [{ person, leave: reply }] : [])),
      unanswered: own.filter(({ reply }) => reply === undefined).map(({ person }) => person),
      gone: invited.filter(({ person }) => person === undefined).length,
      total: own.length,
    };
  }
}
