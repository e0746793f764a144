import type { Turn } from '../chat/turn.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Zone } from '../time/zone.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { checkInTimes, takesPeople, type CheckInTimes } from './check-in-times.ts';
import { codeAt, type SpokenCode } from './code.ts';
import { isOwn } from './led-meetings.ts';
import { quorumsOf, quorumStanding, type QuorumStanding, type Voters } from './quorum.ts';
import type { CurrentRoll, ReadRoll } from './read-roll.ts';
import { rollByBranch, type UnitRoll } from './roll-by-branch.ts';
import type { RollFigures } from './roll-figures.ts';
import type { RollLine } from './roll.ts';

/** 考勤 7: what an officer sees of a meeting's attendance. */
export interface RollView {
  readonly meeting: Meeting;
  readonly times: CheckInTimes;
  readonly figures: RollFigures;
  /** Absent for officers of other organisations: they see no names. */
  readonly lines?: readonly RollLine[];
  /** For those, by branch; none a year later. */
  readonly units: readonly UnitRoll[];
  /** By each rule that may apply; empty where no rule asks for a number. */
  readonly quorums: readonly QuorumStanding[];
  /** Where a number is asked for that is not ours to judge. */
  readonly advice?: string;
  /** While the check-in is open and was begun. */
  readonly code?: SpokenCode;
}

/** `voters` is how many have a vote when that is being entered just now. */
export type ViewRoll = (turn: Turn, meeting: Meeting, voters?: number) => Promise<RollView>;

export interface ViewRollParts {
  readonly store: Pick<AttendanceStore, 'secrets'>;
  readonly readRoll: ReadRoll;
  readonly types: readonly MeetingType[];
  readonly rules: CheckInRules;
  readonly zone: Zone;
}

export function createViewRoll({ store, readRoll, types, rules, zone }: ViewRollParts): ViewRoll {
  return async (turn, meeting, entered) => {
    const times = checkInTimes(meeting, rules, zone);
    const isOpen = takesPeople(meeting, turn.at, rules, zone);
    const secret = isOpen ? (await store.secrets()).get(meeting.number) : undefined;
    const roll = await readRoll(meeting);
    const type = types.find(({ code }) => code === meeting.type);
    return {
      meeting,
      times,
      figures: roll.figures,
      quorums: standings(meeting, roll, type, entered ?? roll.facts.voters),
      ...(isOwn(turn, meeting)
        ? { lines: roll.lines, units: [] }
        : { units: rollByBranch(roll.lines, turn.roster) }),
      ...(type?.advice === undefined ? {} : { advice: type.advice }),
      ...(secret === undefined ? {} : { code: codeAt(secret, turn.at) }),
    };
  };

  function standings(
    { agenda, invited }: Meeting,
    { figures }: CurrentRoll,
    type: MeetingType | undefined,
    entered: number | undefined,
  ): readonly QuorumStanding[] {
    if (type === undefined) return [];
    const voters: Voters =
      entered === undefined ? { count: invited.voting, from: 'list' } : { count: entered, from: 'secretary' };
    const all = quorumsOf(type, agenda, types).map((quorum) =>
      quorumStanding(quorum, voters, figures, rules),
    );
    // Two rules that ask for the same number are one for whoever counts heads.
    return all.filter(({ needed }, index) => all.findIndex((one) => one.needed === needed) === index);
  }
}
