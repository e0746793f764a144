import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { refuseMarkedText } from '../notices/secrecy-marks.ts';
import { quoted } from '../wording/quoted.ts';
import { minutesPerDay } from '../time/local-moment.ts';
import type { SendingKind } from '../time/sending-window.ts';
import type { Doubt, SpokenMoment } from '../time/spoken/doubt.ts';
import { readSpokenTime } from '../time/spoken/read-spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { comingLedMeeting } from './led-meeting.ts';
import { changedCard } from './meeting-cards.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import { findPlace } from './order-place.ts';
import { overlapsOf, type Overlap } from './overlapping.ts';
import { remindersOf, type PlannedReminder } from './reminder-plan.ts';
import { readShift } from './shift-words.ts';
import { startOf, type Reach, type Telling } from './telling.ts';

/** 改期: another time, another place, or both. */
export interface Changing {
  /** What would change, or what has to be asked first. Throws a Refusal for what cannot be. */
  prepare(turn: Turn, number: number | undefined, words: string): Promise<PreparedChange | ChangeQuestion>;
  /** States the change, and that everybody invited hears of it. */
  change(turn: Turn, prepared: PreparedChange): void;
}

export interface PreparedChange {
  readonly kind: 'ready';
  readonly before: Meeting;
  readonly after: Meeting;
  readonly reach: Reach;
  /** Goes out at once, whatever the hour (contract §4). */
  readonly isUrgent: boolean;
  readonly reminders: readonly PlannedReminder[];
  readonly overlaps: readonly Overlap[];
}

export interface ChangeQuestion {
  readonly kind: 'when';
  readonly meeting: Meeting;
  readonly doubts: readonly Doubt[];
  readonly choices: readonly SpokenMoment[];
  readonly place: string | undefined;
}

export interface ChangingParts {
  readonly store: MeetingStore;
  readonly telling: Telling;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
}

export function createChanging({ store, telling, calendar, zone }: ChangingParts): Changing {
  return {
    async prepare(turn, number, words) {
      const meeting = await comingLedMeeting(turn, number, { store, zone, word: '改期' });
      const said = readChange(turn, meeting, words);
      if ('doubts' in said) return { kind: 'when', meeting, ...said };
      const after = changed(meeting, said, turn);
      if (after.round === meeting.round && after.place === meeting.place) {
        throw new Refusal(`会议 ${meeting.number} 本来就是这个时间和地点，没有要改的。`);
      }
      const invited = await store.invited(meeting.number);
      const before = startOf(after, zone);
      const kind = changeKind([meeting, after], turn.at, zone);
      return {
        kind: 'ready',
        before: meeting,
        after,
        reach: await telling.reach(invited, { roster: turn.roster, now: turn.at, kind, before }),
        isUrgent: kind === 'urgent',
        reminders: remindersOf(after, { zone, calendar }),
        overlaps: await overlapsOf(after, invited, turn.roster, { store, except: meeting.number }),
      };
    },
    change(turn, { before, after, reach }) {
      store.change(turn.work, before, after);
      const id = `meeting-${before.number}-changed-${before.revision + 1}`;
      telling.tell(turn.work, id, reach.reached, (today, standing) =>
        changedCard(before, after, { today, standing }),
      );
    },
  };

  /** Whoever says only a day means the same hour, and the other way round. */
  function readChange(
    turn: Turn,
    meeting: Meeting,
    words: string,
  ): { readonly when?: SpokenMoment; readonly place?: string } | Omit<ChangeQuestion, 'kind' | 'meeting'> {
    const { date, minute, until } = meeting;
    const otherwise: SpokenMoment = { date, minute, ...(until === undefined ? {} : { until }) };
    const shift = readShift(words, otherwise);
    const time = readSpokenTime(shift?.rest ?? words, {
      today: turn.today,
      minute: turn.minute,
      calendar,
      otherwise,
    });
    const place = findPlace(time.rest.replace(/^(?:改到|改在|换到|换成|地点改到)\s*/u, ''))?.place;
    refuseMarkedText(place ?? '');
    if (shift === undefined && time.date === undefined && place === undefined) {
      throw new Refusal(
        `没有看懂改成什么：${quoted(words)}。例如：改期 ${meeting.number} 周四15:00，或 改期 ${meeting.number} 三楼会议室`,
      );
    }
    const where = place === undefined ? {} : { place };
    if (shift !== undefined) return checked(turn, shift.when, where);
    if (time.doubts.length > 0)
      return { doubts: time.doubts, choices: time.choices.map(withLength(meeting)), place };
    if (time.date === undefined || time.minute === undefined) return where;
    const { rest: _rest, doubts: _doubts, choices: _choices, ...said } = time;
    return { when: withLength(meeting)({ date: time.date, minute: time.minute, ...said }), ...where };
  }

  /** A shifted time is questioned as a typed one is: by reading it as one. */
  function checked(
    turn: Turn,
    when: SpokenMoment,
    where: { readonly place?: string },
  ): { readonly when: SpokenMoment; readonly place?: string } | Omit<ChangeQuestion, 'kind' | 'meeting'> {
    const now = { today: turn.today, minute: turn.minute, calendar, otherwise: when };
    const { doubts, choices } = readSpokenTime(when.date, now);
    return doubts.length === 0 ? { when, ...where } : { doubts, choices, place: where.place };
  }

  function changed(
    meeting: Meeting,
    { when, place = meeting.place }: { readonly when?: SpokenMoment; readonly place?: string | undefined },
    turn: Turn,
  ): Meeting {
    const { until: _until, ...rest } = meeting;
    const { date, minute, until } = when ?? meeting;
    const isMoved = date !== meeting.date || minute !== meeting.minute;
    return {
      ...rest,
      date,
      minute,
      ...(until === undefined ? {} : { until }),
      ...(place === undefined ? {} : { place }),
      changedAt: turn.at,
      round: isMoved ? meeting.round + 1 : meeting.round,
    };
  }
}

/** Changes of a meeting within 12 hours go at once (contract §4), before the old or the new time. */
export function changeKind(
  meetings: readonly Pick<Meeting, 'date' | 'minute'>[],
  now: number,
  zone: Zone,
): SendingKind {
  return meetings.some((meeting) => startOf(meeting, zone) - now < twelveHours) ? 'urgent' : 'unasked';
}

const twelveHours = 12 * 3600_000;

/** A meeting that is moved stays as long as it was, unless its end is said. */
function withLength({ minute, until }: Meeting): (moment: SpokenMoment) => SpokenMoment {
  return (moment) => {
    if (until === undefined || moment.until !== undefined) return moment;
    const end = moment.minute + until - minute;
    return end > minutesPerDay ? moment : { ...moment, until: end };
  };
}
