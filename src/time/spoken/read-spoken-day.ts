import type { LocalDate } from '../local-date.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import { clustersOf } from './cluster.ts';
import { plainForm } from './plain-form.ts';
import { saidDays } from './said-days.ts';
import type { Piece } from './pieces.ts';
import { scan } from './scan.ts';

/** One day as somebody typed it. */
export type SpokenDay =
  | { readonly kind: 'day'; readonly date: LocalDate }
  /** It may be one of these; `why` says so, without a full stop. Of a stretch such as 月底 the last day. */
  | {
      readonly kind: 'unclear';
      readonly dates: readonly LocalDate[];
      readonly why: string;
      readonly lastDay?: LocalDate;
    }
  /** Written like a day, and there is none: 2026-02-30. */
  | { readonly kind: 'noSuchDay' }
  | { readonly kind: 'notADay' };

export interface DayOptions {
  /** Without a year a day is the one nearest to this one; today when left out. */
  readonly near?: LocalDate;
  /** For days that are counted in working days; without it they are no days. */
  readonly calendar?: Pick<WorkCalendar, 'isWorkday'>;
}

/**
 * A text that is a day as a whole: `12-01`, `12月1日`, `2026-12-01`, `明天`, `下周三`, `11月25日（周三）`.
 */
export function readSpokenDay(text: string, today: LocalDate, options: DayOptions = {}): SpokenDay {
  const { near = today, calendar } = options;
  const plain = plainForm(text).replaceAll(/\s/gu, '');
  if (calendar === undefined && plain.includes('工作日')) return { kind: 'notADay' };
  const isWorkday = calendar?.isWorkday ?? ((): boolean => true);
  const days = wholeOf(scan(plain, { today, near, isWorkday }), plain);
  if (days === undefined) return { kind: numbers.test(plain) ? 'noSuchDay' : 'notADay' };

  if (days.some((piece) => piece.reading.dates.length === 0)) return { kind: 'noSuchDay' };
  const { dates, why } = saidDays(days, today) ?? { dates: [] };
  const [date] = dates;
  if (date === undefined) return { kind: 'notADay' };
  if (why === undefined) return { kind: 'day', date };
  const lastDay = days.length === 1 ? days[0]?.reading.lastDay : undefined;
  return { kind: 'unclear', dates, why, ...(lastDay === undefined ? {} : { lastDay }) };
}

/**
 * The same for the last day on which something may be done: `12-01`, `下周三前`, `三天内`; of a stretch such as
 * `月底`, `下周内` its last day.
 */
export function readSpokenDeadline(text: string, today: LocalDate, options: DayOptions = {}): SpokenDay {
  const day = readSpokenDay(lastDayWords(text.trim()), today, options);
  return day.kind === 'unclear' && day.lastDay !== undefined ? { kind: 'day', date: day.lastDay } : day;
}

/** `下周五下班前`, `下周内`, `本月内`, `三天内`: the words for the last day of it. */
function lastDayWords(text: string): string {
  return text
    .replace(/(?:下班)?(?:之前|以前|前)$/u, '')
    .replace(/(?<=[本这下]个?(?:周|星期|礼拜))[之以]?内$/u, '')
    .replace(/(?<=月)份?[之以]?内$/u, (within, at: number) =>
      /(?<![下本这])个月$/u.test(text.slice(0, at)) ? '后' : '底',
    )
    .replace(/(?<=[天周])[之以]?内$/u, '后');
}

/** 13-01 and 00-10 are meant as days. */
const numbers = /^(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}[日号]?$/u;

type DayPiece = Extract<Piece, { kind: 'day' }>;

/** The pieces, when they are days and all of the text. */
function wholeOf(pieces: readonly Piece[], text: string): readonly DayPiece[] | undefined {
  const [cluster, other] = clustersOf(pieces, text);
  if (cluster === undefined || other !== undefined || cluster.start > 0) return undefined;
  const isAll = /^[)）]?$/u.test(text.slice(cluster.end));
  const days = pieces.filter((piece) => piece.kind === 'day');
  return isAll && days.length === pieces.length ? days : undefined;
}
