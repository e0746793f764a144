import { Refusal } from '../errors.ts';
import { parseClockTime } from './clock-time.ts';
import { addDays } from './local-date.ts';
import { minutesPerDay, type LocalMoment } from './local-moment.ts';
import { clockWords, timeWords } from './spoken-time.ts';

/** A daily time in which a person gets nothing unasked (免打扰). It may run over midnight. */
export interface QuietHours {
  /** Minute of the day, 0 to 1439, from which on it is quiet. */
  readonly from: number;
  /** Minute of the day, 0 to 1439, from which on it is not quiet any more; never equal to `from`. */
  readonly until: number;
}

/**
 * Reads `22:00-07:30` in the ways people write it: `22-7`, `22：00～7：30`, `晚上10点到早上7点半`.
 * Throws a Refusal that shows a correct example made of what was understood.
 */
export function parseQuietHours(text: string): QuietHours {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/\s*(?:[-‐‑–—−~〜]|到|至)+\s*(?:第二天|次日)?\s*/);
  const [fromText = '', untilText = ''] = parts;
  const from = timeOfDay(fromText);
  const until = timeOfDay(untilText);
  const example = `例如：免打扰 ${exampleFor(from, until)}`;

  if (fromText === '') throw new Refusal(`请写从几点到几点。${example}`);
  if (parts.length > 2) throw new Refusal(`“${text.trim()}”里的时间超过了两个，请只写一段。${example}`);
  if (from === undefined) throw new Refusal(`“${fromText}”不是一天里的时间。${example}`);
  if (untilText === '') throw new Refusal(`只看到开始时间 ${timeWords(from)}，还缺结束时间。${example}`);
  if (until === undefined) throw new Refusal(`“${untilText}”不是一天里的时间。${example}`);
  if (from === until) throw new Refusal(`开始和结束都是 ${timeWords(from)}，请写一段时间。${example}`);
  return { from, until };
}

/** `22:00-07:30`, which `parseQuietHours` reads back. */
export function formatQuietHours(quiet: QuietHours): string {
  return [quiet.from, quiet.until].map(clockWords).join('-');
}

export function isQuiet(quiet: QuietHours, minute: number): boolean {
  if (quiet.from < quiet.until) return minute >= quiet.from && minute < quiet.until;
  return minute >= quiet.from || minute < quiet.until;
}

/** The moment at which the quiet time around this moment is over; the moment itself when it is not quiet. */
export function endOfQuiet(quiet: QuietHours, moment: LocalMoment): LocalMoment {
  if (!isQuiet(quiet, moment.minute)) return moment;
  const date = quiet.until > moment.minute ? moment.date : addDays(moment.date, 1);
  return { date, minute: quiet.until };
}

/** `24:00` and `0:00` are the same minute of a daily time. */
function timeOfDay(text: string): number | undefined {
  const minute = parseClockTime(text);
  return minute === undefined ? undefined : minute % minutesPerDay;
}

/** Keeps the half that was understood, so that people see their own words in the example. */
function exampleFor(from: number | undefined, until: number | undefined): string {
  const evening = 22 * 60;
  const morning = 7 * 60 + 30;
  const usualUntil = from === morning ? evening : morning;
  const usualFrom = until === evening ? morning : evening;
  return formatQuietHours({
    from: from ?? usualFrom,
    until: until === undefined || until === from ? usualUntil : until,
  });
}
