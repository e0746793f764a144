import type { MeetingStore } from './meeting-store.ts';
import type { ParticipantStore } from './participant-store.ts';
import type { Participant } from './participant.ts';

/** A meeting that somebody is invited to. */
export interface Participation {
  readonly number: number;
  readonly participant: Participant;
}

export interface ParticipationParts {
  readonly meetings: Pick<MeetingStore, 'numbers'>;
  readonly participants: Pick<ParticipantStore, 'of'>;
}

/** Every meeting of which it is still kept that somebody was invited, by their start. */
export async function participationsOf(
  userid: string,
  { meetings, participants }: ParticipationParts,
): Promise<readonly Participation[]> {
  const numbers = await meetings.numbers();
  const own = await participants.of(userid, numbers);
  return numbers.flatMap((number, index) => {
    const participant = own[index];
    return participant === undefined ? [] : [{ number, participant }];
  });
}
