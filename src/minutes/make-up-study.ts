import type { ReadRoll } from '../attendance/read-roll.ts';
import type { Announcement, Automatic } from '../automatic/automatic.ts';
import type { Turn } from '../chat/turn.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { ParticipantStore } from '../meetings/participant-store.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { makeUpCard } from './make-up-text.ts';
import type { StudiedMeeting } from './studied-meeting.ts';
import type { MinutesStore } from './minutes-store.ts';
import { minutesContent } from './read-minutes.ts';

/** Whoever was on leave gets the essence of the minutes afterwards, to study it (dialogues, 请假). */
export interface MakeUpStudy {
  /**
   * Lets those who were on leave know of minutes that were exported before this day, so that there was time
   * to correct them. Once for each meeting.
   */
  announce(at: number, today: LocalDate): Promise<void>;
  /** Whom `announce` would tell what. */
  planned(today: LocalDate): Promise<readonly { readonly userid: string; readonly what: string }[]>;
  /** What somebody who was invited may read; `undefined` when there is nothing, or not for them. */
  read(turn: Turn, number: number): Promise<StudiedMeeting | undefined>;
}

export interface MakeUpStudyParts {
  readonly store: Pick<MinutesStore, 'drafts' | 'find'>;
  readonly meetings: Pick<MeetingStore, 'find'>;
  readonly participants: Pick<ParticipantStore, 'of'>;
  readonly types: readonly MeetingType[];
  readonly readRoll: ReadRoll;
  readonly automatic: Pick<Automatic, 'announce'>;
}

/**
 * After so long a downtime it is no news any more. Far less than automatic messages are remembered, so that
 * a draft that is exported again is not sent again.
 */
const daysOfNews = 14;

export function createMakeUpStudy(parts: MakeUpStudyParts): MakeUpStudy {
  const { store, meetings, participants, types, readRoll, automatic } = parts;

  return {
    async announce(at, today) {
      for (const announcement of await due(today)) await automatic.announce(announcement, at);
    },
    async planned(today) {
      const announcements = await due(today);
      return announcements.flatMap(({ userids, card }) =>
        userids.map((userid) => ({ userid, what: card.title })),
      );
    },
    async read(turn, number) {
      const [own] = await participants.of(turn.member.person.userid, [number]);
      if (own === undefined || own.standing === 'guest') return undefined;
      return studied(number);
    },
  };

  async function due(today: LocalDate): Promise<readonly Announcement[]> {
    const announcements: Announcement[] = [];
    for (const number of await store.drafts()) {
      const { finished } = await store.find(number);
      const isNews = finished !== undefined && finished < today && finished >= addDays(today, -daysOfNews);
      const found = isNews ? await studied(number) : undefined;
      if (found === undefined) continue;
      const { lines } = await readRoll(found.meeting);
      const userids = lines
        .filter(({ state, standing }) => state === 'leave' && standing !== 'guest')
        .map(({ userid }) => userid);
      if (userids.length === 0) continue;
      announcements.push({ userids, subject: `make-up-${number}`, card: makeUpCard(found, today) });
    }
    return announcements;
  }

  async function studied(number: number): Promise<StudiedMeeting | undefined> {
    const [meeting, draft] = await Promise.all([meetings.find(number), store.find(number)]);
    if (meeting === undefined || draft.exported === undefined) return undefined;
    const content = new Map(minutesContent(draft.pieces.map(({ text }) => text)));
    const type = types.find(({ code }) => code === meeting.type);
    // What is to be put right may point at somebody.
    if (type?.minutes !== undefined) content.delete('rectification');
    return { meeting, content };
  }
}
