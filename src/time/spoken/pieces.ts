import { calendarDays } from './calendar-days.ts';
import { clockRules, period, type ClockReading } from './clock-reading.ts';
import type { DayContext, DayReading } from './day-reading.ts';
import { nearDays } from './near-days.ts';
import { numeral, readNumeral } from './numerals.ts';
import { weekDays } from './week-days.ts';

/** A piece of a text that tells of time, and where it stands. */
export type Piece = Placed &
  (
    | { readonly kind: 'day'; readonly reading: DayReading }
    | { readonly kind: 'period'; readonly words: string }
    | { readonly kind: 'clock'; readonly clock: ClockReading }
    /** 两小时后 */
    | { readonly kind: 'ahead'; readonly minutes: number }
    /** 开两个小时 */
    | { readonly kind: 'lasting'; readonly minutes: number }
    /** 就定: what follows is meant as it stands, also at night or on a day off. */
    | { readonly kind: 'settled' }
  );

interface Placed {
  readonly start: number;
  readonly end: number;
}

/* Each function below finds its piece at this place of a text in plain form, or undefined. */

/** `下周三`, `12-01`: of all that fit the longest. */
export function dayAt(text: string, start: number, context: DayContext): Piece | undefined {
  const matches = [...nearDays, ...weekDays, ...calendarDays].flatMap((rule) => {
    const match = matchAt(rule.pattern, text, start);
    return match === undefined ? [] : [{ rule, match }];
  });
  const [longest] = matches.toSorted((a, b) => b.match[0].length - a.match[0].length);
  if (longest === undefined) return undefined;
  const groups = Object.fromEntries(
    Object.entries(longest.match.groups ?? {}).map(([name, value]: [string, string | undefined]) => [
      name,
      value ?? '',
    ]),
  );
  return {
    kind: 'day',
    reading: longest.rule.read(groups, context),
    start,
    end: start + longest.match[0].length,
  };
}

/** `3点半`, `15:00`. */
export function clockAt(text: string, start: number): Piece | undefined {
  for (const { pattern, read } of clockRules) {
    const match = matchAt(pattern, text, start);
    const reading = match && read(match);
    if (match !== undefined && reading !== undefined) {
      return { kind: 'clock', clock: reading, start, end: start + match[0].length };
    }
  }
  return undefined;
}

const hoursPattern = new RegExp(
  String.raw`(?<from>${numeral})(?<to>\s*(?:-|~|—|–|至|到)+\s*)(?=${numeral}\s*(?:点|时(?!间)))`,
  'uy',
);

/** 2-4点: the first hour borrows its 点. */
export function hoursAt(text: string, start: number): readonly Piece[] | undefined {
  const match = matchAt(hoursPattern, text, start);
  const from = match?.groups?.['from'] ?? '';
  const hour = readNumeral(from);
  if (match === undefined || hour === undefined || hour > 24) return undefined;
  const until = clockAt(text, start + match[0].length);
  if (until === undefined) return undefined;
  const reading: ClockReading = { hour, minute: 0, isExact: hour > 12 || hour === 0, words: `${from}点` };
  return [{ kind: 'clock', clock: reading, start, end: start + from.length }, until];
}

const stretchPattern = new RegExp(
  String.raw`(?:时长|会期|预计|大约|大概|约|开|用时|持续)?\s*(?:(?<half>半)个?|(?<count>\d{1,3}(?:\.\d)?|${numeral})\s*个?(?<more>半)?)\s*(?<unit>小时|钟头|分钟|分(?=之?后)|刻钟)(?<rest>半)?(?<later>之后|以后|后)?(?!前|内|以内)`,
  'uy',
);

/** `两小时后`, `开90分钟`. */
export function stretchAt(text: string, start: number): Piece | undefined {
  const match = matchAt(stretchPattern, text, start);
  if (match === undefined) return undefined;
  const { half, count = '', more, unit = '', rest, later } = match.groups ?? {};
  const units = half === undefined ? (readNumeral(count) ?? Number(count)) : 0.5;
  const each = unit === '小时' || unit === '钟头' ? 60 : unit === '刻钟' ? 15 : 1;
  const minutes = Math.round((units + (more === undefined && rest === undefined ? 0 : 0.5)) * each);
  return { kind: later === undefined ? 'lasting' : 'ahead', minutes, start, end: start + match[0].length };
}

const periodPattern = new RegExp(period, 'uy');

/** A single 早 or 晚 counts only behind a day, or in front of an hour. */
export function partOfDayAt(text: string, start: number, follows: Piece | undefined): Piece | undefined {
  const words = matchAt(periodPattern, text, start)?.[0];
  if (words === undefined) return undefined;
  const end = start + words.length;
  if (/^[a-z]/u.test(words) && /[a-z]$/u.test(text.slice(0, start))) return undefined;
  if (/^[a-z]/u.test(words) && /^[a-z]/u.test(text.slice(end))) return undefined;
  const isSingle = /^[早晚]$/u.test(words);
  const beforeHour = new RegExp(String.raw`^\s*${numeral}\s*[点时:]`, 'u').test(text.slice(end));
  return isSingle && follows?.kind !== 'day' && !beforeHour
    ? undefined
    : { kind: 'period', words, start, end };
}

/** 就定 */
export function settledAt(text: string, start: number): Piece | undefined {
  return text.startsWith('就定', start) ? { kind: 'settled', start, end: start + 2 } : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
