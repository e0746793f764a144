import type { Turn } from '../chat/turn.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ParticipantStore } from '../meetings/participant-store.ts';
import type { Participant } from '../meetings/participant.ts';
import type { Zone } from '../time/zone.ts';
import { takesPeople } from './check-in-times.ts';
import { entryNow } from './entry-now.ts';
import type { RollEntry } from './roll-entry.ts';

/** The rolls a person may sign now: of meetings they are invited to and that take people at this moment. */
export interface OpenRolls {
  among(turn: Turn, numbers: readonly number[]): Promise<readonly OpenRoll[]>;
  all(turn: Turn): Promise<readonly OpenRoll[]>;
}

export interface OpenRoll {
  readonly meeting: Meeting;
  /** Absent when the person has not signed yet. */
  readonly entry: RollEntry | undefined;
  readonly participant: Participant;
}

export interface OpenRollsParts {
  readonly meetings: Pick<MeetingStore, 'find' | 'starting'>;
  readonly participants: Pick<ParticipantStore, 'of'>;
  readonly rules: CheckInRules;
  readonly zone: Zone;
}

export function createOpenRolls({ meetings, participants, rules, zone }: OpenRollsParts): OpenRolls {
  return {
    async among(turn, numbers) {
      const found = await Promise.all(numbers.map((number) => meetings.find(number)));
      return openOf(
        turn,
        found.filter((meeting) => meeting !== undefined),
      );
    },
    async all(turn) {
      const until = zone.localAt(turn.at + (rules.opensBefore + 1) * minute);
      return openOf(turn, await meetings.starting(zone.localAt(turn.at - longestAgo), until));
    },
  };

  async function openOf(turn: Turn, candidates: readonly Meeting[]): Promise<readonly OpenRoll[]> {
    const open = candidates.filter((meeting) => takesPeople(meeting, turn.at, rules, zone));
    const numbers = open.map(({ number }) => number);
    const own = await participants.of(turn.member.person.userid, numbers);
    return open.flatMap((meeting, index) => {
      const participant = own[index];
      return participant === undefined
        ? []
        : [{ meeting, participant, entry: entryNow(participant, meeting) }];
    });
  }
}

const minute = 60_000;
/** The whole of a day, and half a day after it (`content/meetings/check-in.yaml` takes no more). */
const longestAgo = 36 * 60 * minute;
