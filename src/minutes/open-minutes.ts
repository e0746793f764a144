import { isOwn, type LedMeetings } from '../attendance/led-meetings.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { plainMomentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { missingParts } from './missing-parts.ts';
import type { MinutesDraft } from './minutes-draft.ts';
import type { MinutesHeading } from './minutes-heading.ts';
import type { MinutesStore } from './minutes-store.ts';
import { minutesContent, type MinutesContent } from './read-minutes.ts';

/** The minutes of the meeting an officer means. Throws a Refusal for those the officer may not see. */
export type OpenMinutes = (
  turn: Turn,
  number: number | undefined,
  example: (number: number) => string,
) => Promise<MinutesView>;

export interface MinutesView {
  readonly meeting: Meeting;
  readonly type: MeetingType | undefined;
  readonly draft: MinutesDraft;
  readonly content: MinutesContent;
  readonly missing: readonly MinutesHeading[];
}

export interface OpenMinutesParts {
  readonly store: Pick<MinutesStore, 'find'>;
  readonly ledMeetings: LedMeetings;
  readonly types: readonly MeetingType[];
}

export function createOpenMinutes({ store, ledMeetings, types }: OpenMinutesParts): OpenMinutes {
  return async (turn, number, example) => {
    const meeting = await ledMeetings.find(turn, number, example);
    if (!isOwn(turn, meeting)) {
      throw new Refusal(`会议 ${meeting.number} 的纪要，只有开会的组织自己的负责人能写、能看。`);
    }
    const type = types.find(({ code }) => code === meeting.type);
    const draft = await store.find(meeting.number);
    if (draft.deleted !== undefined) {
      throw new Refusal(`会议 ${meeting.number} 的纪要草稿已经到期删去，请看存档的纸质原件。`);
    }
    return { meeting, type, ...readingOf(draft, type) };
  };
}

/** What a draft says, and what it does not say yet. */
export function readingOf(
  draft: MinutesDraft,
  type: MeetingType | undefined,
): Pick<MinutesView, 'draft' | 'content' | 'missing'> {
  const content = minutesContent(draft.pieces.map(({ text }) => text));
  return { draft, content, missing: missingParts(content, type) };
}

/** Throws a Refusal for a meeting that has not begun, or was cancelled: there is nothing to write down. */
export function refuseUnheld(turn: Turn, meeting: Meeting, zone: Zone): void {
  const { state, date, minute } = meeting;
  if (state === 'cancelled') throw new Refusal(`${meetingWords(meeting)}已经取消，没有纪要。`);
  if (turn.at >= zone.instantOf(date, minute)) return;
  const when = plainMomentWords(meeting, turn.today);
  throw new Refusal(`${meetingWords(meeting)}还没有开（${when}）。开的时候或者开过以后再写。`);
}
