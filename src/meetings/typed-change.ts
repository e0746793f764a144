import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { refuseMarkedText } from '../notices/secrecy-marks.ts';
import { minutesPerDay } from '../time/local-moment.ts';
import type { Doubt, SpokenMoment } from '../time/spoken/doubt.ts';
import { readSpokenTime } from '../time/spoken/read-spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { quoted } from '../wording/quoted.ts';
import type { Meeting } from './meeting.ts';
import { findPlace } from './order-place.ts';
import { readShift } from './shift-words.ts';

/** What was typed behind 改期: another time, another place, or both; or what has to be asked back. */
export type TypedChange =
  | { readonly kind: 'clear'; readonly when?: SpokenMoment; readonly place?: string }
  | {
      readonly kind: 'unclear';
      readonly doubts: readonly Doubt[];
      readonly choices: readonly SpokenMoment[];
      readonly place?: string;
    };

/**
 * Reads `周四15:00`, `16:00`, `周四`, `推迟半小时`, `三楼会议室`: whoever says only a day means the same hour, and
 * the other way round. Throws a Refusal when it is neither a time nor a place.
 */
export function readChange(
  words: string,
  meeting: Meeting,
  { today, minute, calendar }: Pick<Turn, 'today' | 'minute'> & { readonly calendar: WorkCalendar },
): TypedChange {
  const otherwise = momentOf(meeting);
  const shift = readShift(words, otherwise);
  // A shifted time is questioned as a typed one is: by reading it as one.
  const time =
    shift === undefined
      ? readSpokenTime(words, { today, minute, calendar, otherwise })
      : readSpokenTime(`${shift.when.date} ${shift.rest}`, {
          today,
          minute,
          calendar,
          otherwise: shift.when,
        });
  const place = findPlace(time.rest.replace(/^(?:改到|改在|换到|换成|地点改到)\s*/u, ''))?.place;
  const where = place === undefined ? {} : { place };
  refuseMarkedText(place ?? '');
  if (time.doubts.length > 0) {
    return { kind: 'unclear', doubts: time.doubts, choices: time.choices.map(asLong), ...where };
  }
  if (time.date !== undefined && time.minute !== undefined) {
    const { date, minute: begin, until } = time;
    const when = { date, minute: begin, ...(until === undefined ? {} : { until }) };
    return { kind: 'clear', when: asLong(when), ...where };
  }
  if (place !== undefined) return { kind: 'clear', place };
  const { number } = meeting;
  throw new Refusal(
    `没有看懂改成什么：${quoted(words)}。例如：改期 ${number} 周四15:00，或 改期 ${number} 三楼会议室`,
  );

  /** A meeting that is moved stays as long as it was, unless its end is said. */
  function asLong(moment: SpokenMoment): SpokenMoment {
    if (meeting.until === undefined || moment.until !== undefined) return moment;
    const until = moment.minute + meeting.until - meeting.minute;
    return until > minutesPerDay ? moment : { ...moment, until };
  }
}

function momentOf({ date, minute, until }: Meeting): SpokenMoment {
  return { date, minute, ...(until === undefined ? {} : { until }) };
}
