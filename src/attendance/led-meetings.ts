import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { plainMomentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';

/** The meetings an officer keeps the roll and the minutes of. */
export interface LedMeetings {
  /**
   * The meeting of this number; without one, the only one of the last day. Throws a Refusal when there is
   * none, or several; `example` is a line with the number that it is given.
   */
  find(turn: Turn, number: number | undefined, example: (number: number) => string): Promise<Meeting>;
}

export interface LedMeetingsParts {
  readonly meetings: Pick<MeetingStore, 'find' | 'starting'>;
  readonly rules: CheckInRules;
  readonly zone: Zone;
}

export function createLedMeetings({ meetings, rules, zone }: LedMeetingsParts): LedMeetings {
  return {
    async find(turn, number, example) {
      if (number !== undefined) {
        const meeting = await meetings.find(number);
        if (meeting !== undefined && mayLead(turn, meeting)) return meeting;
        throw new Refusal(`您这里没有第 ${number} 号会议。发“会议”看编号。`);
      }
      const from = zone.localAt(turn.at - day);
      const before = zone.localAt(turn.at + (rules.opensBefore + 1) * minute);
      const lately = (await meetings.starting(from, before)).filter(
        (meeting) => meeting.state !== 'cancelled' && mayLead(turn, meeting),
      );
      const own = lately.filter((meeting) => isOwn(turn, meeting));
      const [meeting, second] = own.length === 0 ? lately : own;
      if (meeting === undefined) {
        throw new Refusal(`这一天里没有您这里的会，请写上编号，例如：${example(7)}\n发“会议”看编号。`);
      }
      if (second === undefined) return meeting;
      throw new Refusal(
        [
          '是哪一场会？',
          ...own
            .slice(0, mostListed)
            .map((one) => `${one.number} ${one.title}（${plainMomentWords(one, turn.today)}）`),
          `请写上编号，例如：${example(meeting.number)}`,
        ].join('\n'),
      );
    },
  };
}

/** The convener, and the officers in whose scope the organisation that meets is. */
function mayLead({ roster, member }: Turn, meeting: Meeting): boolean {
  return (
    meeting.convenedBy === member.person.userid ||
    roster.scopeOf(member).some(({ code }) => code === meeting.organisation)
  );
}

/**
 * Whether somebody who leads a meeting is of the organisation that met, and so may see names (dialogues,
 * rule 4); those above it see figures.
 */
export function isOwn({ roster, member }: Turn, meeting: Meeting): boolean {
  const { person, role, branch } = member;
  if (meeting.convenedBy === person.userid) return true;
  if (roster.scopeOf(member)[0]?.code === meeting.organisation) return true;
  return role === 'secretary' && roster.branchOf(meeting.organisation)?.code === branch.code;
}

const mostListed = 6;
const minute = 60_000;
const day = 86_400_000;
