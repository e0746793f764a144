import { addDays, type LocalDate } from '../local-date.ts';
import { minutesPerDay } from '../local-moment.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import type { SpokenMoment } from './doubt.ts';
import { saidDays, type SaidDays } from './said-days.ts';
import { saidTimes, type SaidTime, type SaidTimes } from './said-times.ts';
import type { Piece } from './pieces.ts';

/** What a time is understood by. */
export interface Now {
  readonly today: LocalDate;
  /** Minute of the day, 0 to 1439. */
  readonly minute: number;
  readonly calendar: Pick<WorkCalendar, 'isWorkday' | 'nextWorkday'>;
  /** What holds where only a day or only a time is said: the meeting that is being moved. */
  readonly otherwise?: Partial<SpokenMoment>;
}

/** The days and the times of the day that may be meant; either may be several. */
export interface Said {
  readonly days: SaidDays;
  readonly times: SaidTimes;
  /** 就定: it is meant as it stands. */
  readonly isSettled: boolean;
}

/** What pieces of this text say; undefined when it is neither a day nor a time. */
export function saidMoments(pieces: readonly Piece[], text: string, now: Now): Said | undefined {
  const ahead = pieces.find((piece) => piece.kind === 'ahead');
  if (ahead !== undefined) return { ...inMinutes(ahead.minutes, now), isSettled: true };
  const days = saidDays(pieces, now.today);
  const times = saidTimes(pieces, text);
  if (days === undefined && times === undefined) return undefined;
  return stillAhead(
    {
      days: days ?? { dates: [now.otherwise?.date ?? now.today] },
      times: times ?? timesOtherwise(now),
      isSettled: pieces.some(({ kind }) => kind === 'settled'),
    },
    now,
  );
}

/** Every day with the likeliest time, then every other time on the likeliest day. */
export function momentsOf({ days: { dates }, times: { times } }: Said): readonly SpokenMoment[] {
  const [date] = dates;
  const [time, ...others] = times;
  if (date === undefined || time === undefined) return [];
  return [...dates.map((one) => ({ date: one, ...time })), ...others.map((one) => ({ date, ...one }))];
}

export function isAhead(
  { date, minute }: SpokenMoment,
  { today, minute: now }: Pick<Now, 'today' | 'minute'>,
): boolean {
  return date > today || (date === today && minute > now);
}

/** The hours at which people meet most. */
const usualTimes: readonly SaidTime[] = [{ minute: 15 * 60 }, { minute: 9 * 60 }, { minute: 10 * 60 }];

function timesOtherwise({ otherwise }: Now): SaidTimes {
  const { minute, until } = otherwise ?? {};
  if (minute === undefined) return { times: usualTimes, why: { kind: 'noHour', words: '还没有定几点' } };
  return { times: [until === undefined ? { minute } : { minute, until }] };
}

function inMinutes(minutes: number, { today, minute }: Now): Pick<Said, 'days' | 'times'> {
  const then = minute + minutes;
  return {
    days: { dates: [addDays(today, Math.floor(then / minutesPerDay))] },
    times: { times: [{ minute: then % minutesPerDay }] },
  };
}

/**
 * What is over cannot have been meant: 3点 said at nine is 15:00, and 周三 on a Wednesday evening the next. When
 * all of it is over, the likeliest is what is asked about.
 */
function stillAhead(said: Said, now: Now): Said {
  const { days, times } = said;
  if (days.dates.length === 0) return said;
  const dates = days.dates.filter((date) => times.times.some((time) => isAhead({ date, ...time }, now)));
  const [date] = dates;
  if (date === undefined) {
    return { ...said, days: { dates: days.dates.slice(0, 1) }, times: { times: times.times.slice(0, 1) } };
  }
  const left = times.times.filter((time) => isAhead({ date, ...time }, now));
  const isDecided = left.length === 1 && times.why?.kind === 'whichHalf';
  return {
    ...said,
    days: dates.length === 1 && days.dates.length > 1 ? { dates } : { ...days, dates },
    times: isDecided ? { times: left } : { ...times, times: left },
  };
}
