import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { checkInTimes } from './check-in-times.ts';
import type { CreditedHours } from './held-hours.ts';
import type { CurrentRoll, ReadRoll } from './read-roll.ts';
import type { RollFigures } from './roll-figures.ts';
import { isThere } from './roll.ts';
import type { StateHeld } from './state-held.ts';

/** 考勤 7 结束: an officer says that the meeting is over, before its check-in ends by itself. */
export interface Closing {
  /** What would be closed. Throws a Refusal when it cannot be done. */
  before(turn: Turn, meeting: Meeting): Promise<RollFigures>;
  close(turn: Turn, meeting: Meeting): Promise<Closed>;
}

export interface Closed {
  readonly meeting: Meeting;
  readonly figures: RollFigures;
  readonly credited: CreditedHours;
}

export interface ClosingParts {
  readonly readRoll: ReadRoll;
  readonly stateHeld: StateHeld;
  readonly rules: CheckInRules;
  readonly zone: Zone;
}

export function createClosing({ readRoll, stateHeld, rules, zone }: ClosingParts): Closing {
  return {
    async before(turn, meeting) {
      return (await rollToClose(turn, meeting)).figures;
    },
    async close(turn, meeting) {
      const roll = await rollToClose(turn, meeting);
      const credited = stateHeld(turn.work, meeting, roll, turn.roster);
      return { meeting, figures: roll.figures, credited };
    },
  };

  async function rollToClose(turn: Turn, meeting: Meeting): Promise<CurrentRoll> {
    const { number, state } = meeting;
    const { starts } = checkInTimes(meeting, rules, zone);
    if (state === 'cancelled') throw new Refusal(`${meetingWords(meeting)}已经取消，不用结束。`);
    if (state === 'held') {
      throw new Refusal(`${meetingWords(meeting)}已经结束了。发“考勤 ${number}”看人数。`);
    }
    if (turn.at < starts) {
      const from = momentWords(zone.localAt(starts), turn.today);
      throw new Refusal(`${meetingWords(meeting)}还没有开，${from} 开始。开完再结束。`);
    }
    const roll = await readRoll(meeting);
    if (roll.lines.some(isThere)) return roll;
    throw new Refusal(
      `${meetingWords(meeting)}还没有人签到，不能记成开过了。\n先给到会的人签上，例如：代签 ${number} 张三`,
    );
  }
}
