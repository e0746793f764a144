import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { dateWords, momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { CheckInTimes } from './check-in-times.ts';
import { lastDayToCorrect } from './last-day-to-correct.ts';

/** Throws a Refusal when it is too early or too late for 代签; `name` is one of those that were named. */
export function refuseToRecord(
  turn: Turn,
  meeting: Meeting,
  name: string,
  times: CheckInTimes,
  zone: Zone,
): void {
  refuseCancelled(meeting);
  const { number, state } = meeting;
  if (turn.at < times.opens) {
    const from = momentWords(zone.localAt(times.opens), turn.today);
    throw new Refusal(`${meetingWords(meeting)}${from} 开始签到，到时候再代签。`);
  }
  if (state === 'held' || turn.at >= times.closes) {
    throw new Refusal(
      `${meetingWords(meeting)}的签到已经结束，现在用补签。\n例如：补签 ${number} ${name} 忘记签到`,
    );
  }
}

/** Throws a Refusal when it is too early or too late for 补签. */
export function refuseToMakeUp(turn: Turn, meeting: Meeting, times: CheckInTimes, zone: Zone): void {
  refuseCancelled(meeting);
  if (turn.at < times.starts) {
    const start = momentWords(zone.localAt(times.starts), turn.today);
    throw new Refusal(`${meetingWords(meeting)}还没有开，${start} 开始。开过以后再补签。`);
  }
  const last = lastDayToCorrect(meeting);
  if (turn.today > last) {
    const day = dateWords(last, turn.today);
    throw new Refusal(`${meetingWords(meeting)}的补签到${day}为止，已经过了。要更正，请在纸质记录上注明。`);
  }
}

/** Throws a Refusal for a meeting that does not take place. */
export function refuseCancelled(meeting: Meeting): void {
  if (meeting.state === 'cancelled') throw new Refusal(`${meetingWords(meeting)}已经取消，没有考勤。`);
}
