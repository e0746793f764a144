import { localDate } from '../time/local-date.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { ParticipantStore } from './participant-store.ts';
import type { Participant } from './participant.ts';

/** A meeting that somebody is invited to. */
export interface Participation {
  readonly number: number;
  readonly participant: Participant;
}

export interface ParticipationParts {
  readonly meetings: Pick<MeetingStore, 'numbersStarting'>;
  readonly participants: Pick<ParticipantStore, 'of'>;
}

/** Every meeting of which it is still kept that somebody was invited, by their start. */
export async function participationsOf(
  userid: string,
  { meetings, participants }: ParticipationParts,
): Promise<readonly Participation[]> {
  const numbers = await meetings.numbersStarting(longAgo);
  const own = await participants.of(userid, numbers);
  return numbers.flatMap((number, index) => {
    const participant = own[index];
    return participant === undefined ? [] : [{ number, participant }];
  });
}

/** Before any meeting. */
const longAgo = { date: localDate(2000, 1, 1), minute: 0 };
