import { entryNow } from '../attendance/entry-now.ts';
import type { ReadRoll } from '../attendance/read-roll.ts';
import type { RollEntry } from '../attendance/roll-entry.ts';
import { rollFigures, type RollFigures } from '../attendance/roll-figures.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { accountKey } from '../roster/account.ts';
import type { Person } from '../roster/roster.ts';
import type { Zone } from '../time/zone.ts';
import { countInvited, type Standing } from './invitation.ts';
import { leads } from './led-meeting.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import { replyNow, type Leave, type Reply } from './reply.ts';
import { hasBegun } from './telling.ts';

/** A meeting as one member may see it. From its start on who came counts, not what was replied. */
export type MeetingView = ComingMeetingView | BegunMeetingView;

interface OwnView {
  readonly meeting: Meeting;
  /** The member's own place, when invited. */
  readonly standing?: Standing;
  readonly reply?: Reply;
  /** How the member stands in the roll. */
  readonly entry?: RollEntry;
  readonly isLed: boolean;
}

/** Not begun yet, or cancelled. */
export interface ComingMeetingView extends OwnView {
  readonly hasBegun: false;
  /** For officers: what their own people replied. */
  readonly replies?: ReplyView;
}

export interface BegunMeetingView extends OwnView {
  readonly hasBegun: true;
  /** For whoever leads it: the figures of its roll. For other officers: of their own people in it. */
  readonly came?: RollFigures;
}

/** They add up to those who were invited out of the officer's people and are still on the roster. */
export interface ReplyView {
  readonly coming: readonly Person[];
  readonly leave: readonly { readonly person: Person; readonly leave: Leave }[];
  readonly unanswered: readonly Person[];
  /** Invited, and no longer on the roster; nobody writes to them. */
  readonly gone: number;
  readonly total: number;
  /** 列席 among them: they are not 应到. */
  readonly guests: number;
}

/** 会议 7. Throws a Refusal for a meeting the member has nothing to do with. */
export type ViewMeeting = (turn: Turn, number: number) => Promise<MeetingView>;

export interface ViewMeetingParts {
  readonly store: Pick<MeetingStore, 'find'>;
  readonly participants: Pick<ParticipantStore, 'of' | 'all'>;
  readonly readRoll: ReadRoll;
  readonly zone: Zone;
}

export function createViewMeeting({ store, participants, readRoll, zone }: ViewMeetingParts): ViewMeeting {
  return async (turn, number) => {
    const { userid } = turn.member.person;
    const [meeting, [own]] = await Promise.all([store.find(number), participants.of(userid, [number])]);
    const isLed = meeting !== undefined && leads(turn, meeting);
    if (meeting === undefined || (own === undefined && !isLed)) {
      throw new Refusal(`没有和您有关的第 ${number} 号会议。发“会议”看您接下来的。`);
    }
    const reply = replyNow(own?.reply, meeting);
    const entry = own && entryNow(own, meeting);
    const seen: OwnView = {
      meeting,
      isLed,
      ...(own === undefined ? {} : { standing: own.standing }),
      ...(reply === undefined ? {} : { reply }),
      ...(entry === undefined ? {} : { entry }),
    };
    const isOfficer = turn.roster.scopeOf(turn.member).length > 0;
    if (meeting.state !== 'cancelled' && hasBegun(meeting, turn.at, zone)) {
      const came = isOfficer ? await cameFor(turn, meeting, isLed) : undefined;
      return { ...seen, hasBegun: true, ...(came === undefined ? {} : { came }) };
    }
    return { ...seen, hasBegun: false, ...(isOfficer ? { replies: await repliesFor(turn, meeting) } : {}) };
  };

  /** `undefined` where none of the officer's people was invited. */
  async function cameFor(turn: Turn, meeting: Meeting, isLed: boolean): Promise<RollFigures | undefined> {
    const roll = await readRoll(meeting);
    if (isLed) return roll.figures;
    const scope = new Set(turn.roster.peopleInScopeOf(turn.member).map(({ userid }) => accountKey(userid)));
    const own = roll.lines.filter(({ userid }) => scope.has(userid));
    return own.length === 0 ? undefined : rollFigures({ invited: countInvited(own) }, own, []);
  }

  /** Of the officer’s own people, guests with them. */
  async function repliesFor(turn: Turn, meeting: Meeting): Promise<ReplyView> {
    const scope = new Set(turn.roster.peopleInScopeOf(turn.member));
    const invited = (await participants.all(meeting.number)).map(({ userid, reply, standing }) => ({
      person: turn.roster.find(userid)?.person,
      reply: replyNow(reply, meeting),
      standing,
    }));
    const own = invited.flatMap(({ person, ...said }) =>
      person !== undefined && scope.has(person) ? [{ person, ...said }] : [],
    );
    return {
      coming: own.filter(({ reply }) => reply?.kind === 'coming').map(({ person }) => person),
      leave: own.flatMap(({ person, reply }) => (reply?.kind === 'leave' ? [{ person, leave: reply }] : [])),
      unanswered: own.filter(({ reply }) => reply === undefined).map(({ person }) => person),
      gone: invited.filter(({ person }) => person === undefined).length,
      total: own.length,
      guests: own.filter(({ standing }) => standing === 'guest').length,
    };
  }
}
