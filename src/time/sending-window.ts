import { addDays, type LocalDate } from './local-date.ts';
import { isQuiet, type QuietHours } from './quiet-hours.ts';
import type { WorkCalendar } from './work-calendar.ts';
import type { Zone } from './zone.ts';

/**
 * Why a message goes out: somebody asked for it just now; it cannot wait (加急, a meeting changed within
 * 12 hours); somebody sends it to others; the service sends it by itself.
 */
export type SendingKind = 'answer' | 'urgent' | 'unasked' | 'automatic';

export interface SendingQuestion {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  readonly kind: SendingKind;
  /** The recipient's 免打扰. */
  readonly quiet?: QuietHours;
  /** The first day on which the recipient wants messages again (今天不便). */
  readonly pausedUntil?: LocalDate;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
}

/** Unasked messages go out from 08:00 on and before 21:00 (contract §4). */
export const sendingWindow = { from: 8 * 60, until: 21 * 60 } as const;

/**
 * The earliest instant at which this message may go to this person (contract §4): unasked ones inside
 * the window, automatic ones on working days only, neither in the person's quiet hours nor while paused.
 * Undefined when the quiet hours leave nothing of the window, on any day. A message with an explicit
 * 定时 does not ask.
 */
export function earliestSending(question: SendingQuestion): number | undefined {
  const { now, kind, quiet, pausedUntil, zone, calendar } = question;
  if (kind === 'answer' || kind === 'urgent') return now;

  const firstMinute = openMinute(0, quiet);
  if (firstMinute === undefined) return undefined;

  const here = zone.localAt(now);
  const isSendingDay = (date: LocalDate) => kind === 'unasked' || calendar.isWorkday(date);
  const isPaused = (date: LocalDate) => pausedUntil !== undefined && date < pausedUntil;

  if (isSendingDay(here.date) && !isPaused(here.date)) {
    const minute = openMinute(here.minute, quiet);
    if (minute === here.minute) return now;
    if (minute !== undefined) return zone.instantOf(here.date, minute);
  }

  const tomorrow = addDays(here.date, 1);
  let date = pausedUntil !== undefined && pausedUntil > tomorrow ? pausedUntil : tomorrow;
  while (!isSendingDay(date)) date = addDays(date, 1);
  return zone.instantOf(date, firstMinute);
}

/**
 * The first instant after `due`, one at which this message may go, at which it may not any more: the end
 * of the window, or the beginning of the person's quiet hours. Undefined for what always may.
 */
export function latestSending(
  { kind, quiet, zone }: Pick<SendingQuestion, 'kind' | 'quiet' | 'zone'>,
  due: number,
): number | undefined {
  if (kind === 'answer' || kind === 'urgent') return undefined;
  const { date, minute } = zone.localAt(due);
  const quietFrom = quiet !== undefined && quiet.from > minute ? quiet.from : sendingWindow.until;
  return zone.instantOf(date, Math.min(quietFrom, sendingWindow.until));
}

/** The first minute of the window, from this one on, that is not quiet; undefined when the day has none left. */
function openMinute(from: number, quiet: QuietHours | undefined): number | undefined {
  let minute = Math.max(from, sendingWindow.from);
  if (quiet !== undefined && isQuiet(quiet, minute)) {
    if (quiet.until <= minute) return undefined;
    minute = quiet.until;
  }
  return minute < sendingWindow.until ? minute : undefined;
}
