import { hourIn, type ClockReading } from './clock-reading.ts';
import type { Piece } from './pieces.ts';

/** The times of the day that the pieces may mean, the likeliest first. */
export interface SaidTimes {
  readonly times: readonly SaidTime[];
  readonly why?: { readonly kind: 'noHour' | 'whichHalf' | 'whichEnd' | 'twoTimes'; readonly words: string };
}

export interface SaidTime {
  /** 0 to 1439. */
  readonly minute: number;
  /** 1 to 1440, when an end or a length was said. */
  readonly until?: number;
}

/** From pieces of this text: 下午3点到5点, 上午, 3点开两个小时. Undefined when no time was said. */
export function saidTimes(pieces: readonly Piece[], text: string): SaidTimes | undefined {
  const [first, second] = timedClocks(pieces);
  if (first === undefined) return partOfDay(pieces);

  const starts = minutesOf(first.clock, first.period);
  const why = starts.length > 1 ? { kind: 'whichHalf' as const, words: halfWords(first) } : undefined;
  const lasting = pieces.find((piece) => piece.kind === 'lasting');
  if (second === undefined) {
    return withWhy(
      starts.map((minute) => endingAfter(minute, lasting?.minutes)),
      why,
    );
  }
  const ends = minutesOf(second.clock, second.own ? second.period : '');
  if (!/[-~—–至到]/u.test(text.slice(first.piece.end, second.piece.start))) {
    const times = [...starts.slice(0, 1), ...minutesOf(second.clock, second.period).slice(0, 1)].map(
      (minute) => ({ minute }),
    );
    return { times, why: { kind: 'twoTimes', words: '写了两个时间' } };
  }
  const times = starts.flatMap((minute) => {
    const until = ends.toSorted((a, b) => a - b).find((end) => end > minute);
    return until === undefined ? [] : [{ minute, until }];
  });
  if (times.length > 0) return withWhy(times, times.length > 1 ? why : undefined);
  const words = `${second.clock.words}比${first.clock.words}早`;
  return { times: starts.map((minute) => ({ minute })), why: { kind: 'whichEnd', words } };
}

interface TimedClock {
  readonly piece: Piece;
  readonly clock: ClockReading;
  /** The part of the day it was said with, or the one before it: 下午3点到5点. */
  readonly period: string;
  readonly own: boolean;
}

/** A part of the day belongs to the clock behind it; 3点下午 is said, too. */
function timedClocks(pieces: readonly Piece[]): readonly TimedClock[] {
  const clocks: TimedClock[] = [];
  let period = '';
  let isFresh = false;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'period') [period, isFresh] = [piece.words, true];
    if (piece.kind !== 'clock') continue;
    const next = pieces[index + 1];
    const behind =
      !isFresh && next?.kind === 'period' && pieces[index + 2]?.kind !== 'clock' ? next.words : '';
    clocks.push({ piece, clock: piece.clock, period: behind || period, own: isFresh || behind !== '' });
    isFresh = false;
  }
  return clocks;
}

/** In minutes of the day, the likeliest first. */
function minutesOf({ hour, minute, isExact }: ClockReading, period: string): readonly number[] {
  const at = (one: number): number => one * 60 + minute;
  if (isExact && hour > 12) return [at(hour)];
  if (period !== '') return withPeriod(hour, period).map(at);
  if (isExact || hour >= 8) return [at(hour)];
  return [at(hour + 12), at(hour)];
}

/** 下午9点 and 上午3点 are slips as often as not. */
function withPeriod(hour: number, period: string): readonly number[] {
  const meant = hourIn(hour, period);
  if (/^(?:下午|午后)/u.test(period) && hour >= 8 && hour < 12) return [hour, meant];
  if (/^(?:早|清晨|上午)/u.test(period) && hour >= 1 && hour < 6) return [hour + 12, hour];
  return [meant];
}

function halfWords({ clock, period }: TimedClock): string {
  return period === ''
    ? `${clock.words.trim()}没有说是上午还是下午`
    : `${period}${clock.words.trim()}没有看懂是上午还是下午`;
}

/** The hours at which people meet, for when only a part of the day was said. In minutes. */
const usual: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:下午|午后|傍晚|p)/u, [15 * 60, 14 * 60 + 30, 16 * 60]],
  [/^(?:晚|夜|半夜|深夜)/u, [19 * 60, 19 * 60 + 30]],
  [/^中午/u, [12 * 60, 12 * 60 + 30]],
  [/^/u, [9 * 60, 9 * 60 + 30, 10 * 60]],
];

function partOfDay(pieces: readonly Piece[]): SaidTimes | undefined {
  const said = pieces.find((piece) => piece.kind === 'period');
  const lasting = pieces.find((piece) => piece.kind === 'lasting');
  if (said === undefined) return undefined;
  const [, minutes = []] = usual.find(([words]) => words.test(said.words)) ?? [];
  return {
    times: minutes.map((minute) => endingAfter(minute, lasting?.minutes)),
    why: { kind: 'noHour', words: `${said.words}还没有定几点` },
  };
}

/** Nothing runs over midnight. */
function endingAfter(minute: number, length: number | undefined): SaidTime {
  return length === undefined || length < 1 || minute + length > 24 * 60
    ? { minute }
    : { minute, until: minute + length };
}

function withWhy(times: readonly SaidTime[], why: SaidTimes['why']): SaidTimes {
  return why === undefined ? { times } : { times, why };
}
