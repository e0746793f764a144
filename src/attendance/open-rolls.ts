import type { Turn } from '../chat/turn.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Zone } from '../time/zone.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { takesPeople } from './check-in-times.ts';
import { entryNow, type RollEntry } from './roll-entry.ts';

/** The rolls a person may sign now: of meetings they are invited to and that take people at this moment. */
export interface OpenRolls {
  among(turn: Turn, numbers: readonly number[]): Promise<readonly OpenRoll[]>;
  all(turn: Turn): Promise<readonly OpenRoll[]>;
}

export interface OpenRoll {
  readonly meeting: Meeting;
  /** Absent when the person has not signed yet. */
  readonly entry: RollEntry | undefined;
  /** What is stored, perhaps of an earlier round. */
  readonly stored: RollEntry | undefined;
}

export interface OpenRollsParts {
  readonly store: Pick<AttendanceStore, 'entry'>;
  readonly meetings: Pick<MeetingStore, 'find' | 'standings' | 'starting'>;
  readonly rules: CheckInRules;
  readonly zone: Zone;
}

export function createOpenRolls({ store, meetings, rules, zone }: OpenRollsParts): OpenRolls {
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
    const { userid } = turn.member.person;
    const open = candidates.filter((meeting) => takesPeople(meeting, turn.at, rules, zone));
    const standings = await meetings.standings(
      userid,
      open.map(({ number }) => number),
    );
    const own = open.filter((_, index) => standings[index] !== undefined);
    const entries = await Promise.all(own.map(({ number }) => store.entry(number, userid)));
    return own.map((meeting, index) => {
      const stored = entries[index];
      return { meeting, stored, entry: entryNow(stored, meeting) };
    });
  }
}

const minute = 60_000;
/** The whole of a day, and half a day after it (`content/meetings/check-in.yaml` takes no more). */
const longestAgo = 36 * 60 * minute;
