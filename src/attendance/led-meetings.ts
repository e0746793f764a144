import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import { leads } from '../meetings/led-meeting.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { addDays } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { plainMomentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { takesPeople } from './check-in-times.ts';

/** The meetings an officer keeps the roll and the minutes of. */
export interface LedMeetings {
  /**
   * The meeting of this number; without one, the only one of the last day and today: of several the one
   * that takes people now, else the one of the officer's own organisation. Throws a Refusal when that leaves
   * none, or more than one; `example` is a line with the number it is given.
   */
  find(turn: Turn, number: number | undefined, example: (number: number) => string): Promise<Meeting>;
  /** Whether the meeting of this number is one of theirs. */
  has(turn: Turn, number: number): Promise<boolean>;
}

export interface LedMeetingsParts {
  readonly meetings: Pick<MeetingStore, 'find' | 'starting'>;
  readonly rules: CheckInRules;
  readonly zone: Zone;
}

export function createLedMeetings({ meetings, rules, zone }: LedMeetingsParts): LedMeetings {
  return {
    async has(turn, number) {
      const meeting = await meetings.find(number);
      return meeting !== undefined && leads(turn, meeting);
    },
    async find(turn, number, example) {
      if (number !== undefined) {
        const meeting = await meetings.find(number);
        if (meeting !== undefined && leads(turn, meeting)) return meeting;
        throw new Refusal(`您这里没有第 ${number} 号会议。发“会议”看编号。`);
      }
      const lately = await meetings.starting(zone.localAt(turn.at - day), endOfToday(turn));
      const led = lately.filter((meeting) => meeting.state !== 'cancelled' && leads(turn, meeting));
      const own = led.filter((meeting) => isOwn(turn, meeting));
      const open = own.filter((meeting) => takesPeople(meeting, turn.at, rules, zone));
      const meant = [open, own, led].find((some) => some.length > 0) ?? [];
      const [meeting, second] = meant;
      if (meeting === undefined) {
        throw new Refusal(`今天没有您这里的会，请写上编号，例如：${example(7)}`);
      }
      if (second === undefined) return meeting;
      throw new Refusal(
        [
          '您是说哪一场会？',
          ...meant
            .slice(0, mostListed)
            .map((one) => `${one.number} ${one.title}（${plainMomentWords(one, turn.today)}）`),
          `请写上编号，例如：${example(meeting.number)}`,
        ].join('\n'),
      );
    },
  };
}

function endOfToday({ today }: Turn): LocalMoment {
  return { date: addDays(today, 1), minute: 0 };
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
const day = 86_400_000;
