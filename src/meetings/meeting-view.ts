import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Person } from '../roster/roster.ts';
import type { Invited, Standing } from './invitation.ts';
import { leads } from './led-meeting.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ReplyStore } from './reply-store.ts';
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
  readonly store: Pick<MeetingStore, 'find' | 'standings' | 'invited'>;
  readonly replies: Pick<ReplyStore, 'of' | 'all'>;
}

export function createViewMeeting({ store, replies }: ViewMeetingParts): ViewMeeting {
  return async (turn, number) => {
    const { userid } = turn.member.person;
    const [meeting, [standing], [stored]] = await Promise.all([
      store.find(number),
      store.standings(userid, [number]),
      replies.of(userid, [number]),
    ]);
    const isLed = meeting !== undefined && leads(turn, meeting);
    if (meeting === undefined || (standing === undefined && !isLed)) {
      throw new Refusal(`没有和您有关的第 ${number} 号会议。发“会议”看您接下来的。`);
    }
    const reply = replyNow(stored, meeting);
    const isOfficer = turn.roster.scopeOf(turn.member).length > 0;
    return {
      meeting,
      isLed,
      ...(standing === undefined ? {} : { standing }),
      ...(reply === undefined ? {} : { reply }),
      ...(isOfficer ? { replies: await repliesFor(turn, meeting) } : {}),
    };
  };

  /** Of the officer’s own people, guests with them. */
  async function repliesFor(turn: Turn, meeting: Meeting): Promise<ReplyView> {
    const [invited, said] = await Promise.all([store.invited(meeting.number), replies.all(meeting.number)]);
    const own = ownOf(turn, invited);
    const present = own.people;
    const replyOf = ({ userid }: Person): Reply | undefined =>
      replyNow(said.get(userid.toLowerCase()), meeting);
    return {
      coming: present.filter((person) => replyOf(person)?.kind === 'coming'),
      leave: present.flatMap((person) => {
        const leave = replyOf(person);
        return leave?.kind === 'leave' ? [{ person, leave }] : [];
      }),
      unanswered: present.filter((person) => replyOf(person) === undefined),
      gone: own.gone,
      total: present.length,
    };
  }
}

function ownOf(
  turn: Turn,
  invited: readonly Invited[],
): { readonly people: readonly Person[]; readonly gone: number } {
  const scope = new Set(turn.roster.peopleInScopeOf(turn.member));
  const members = invited.map(({ userid }) => turn.roster.find(userid));
  return {
    people: members.flatMap((member) =>
      member !== undefined && scope.has(member.person) ? [member.person] : [],
    ),
    gone: members.filter((member) => member === undefined).length,
  };
}
