import { Refusal } from '../errors.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { readSpokenTime, type SpokenTime } from '../time/spoken/read-spoken-time.ts';
import type { Now } from '../time/spoken/said-moments.ts';
import { momentWords } from '../time/spoken-time.ts';

export type { Now } from '../time/spoken/said-moments.ts';

/**
 * Reads the time at the beginning of what follows 定时: as few words as tell a day and an hour, because the
 * text behind them may tell of other times. Throws a Refusal that asks back when it could be two.
 */
export function readSendingTime(
  typed: string,
  now: Now,
): { readonly when: LocalMoment; readonly rest: string } {
  let latest: SpokenTime | undefined;
  for (const end of wordEnds(typed)) {
    const reading = readSpokenTime(typed.slice(0, end), now);
    if (latest !== undefined && reading.rest !== '') break;
    latest = reading;
    const { date, minute, rest, doubts } = reading;
    if (date === undefined || minute === undefined || !typed.startsWith(rest, end - rest.length)) continue;
    if (doubts.every(({ kind }) => isKept.has(kind))) {
      return { when: { date, minute }, rest: typed.slice(end - rest.length).trim() };
    }
  }
  throw new Refusal(whatIsOpen(latest, now));
}

/** Whether a time stands there at all, be it one that is clear or not. */
export function beginsWithTime(typed: string, now: Now): boolean {
  const [end = 0] = wordEnds(typed);
  const { date, minute, rest } = readSpokenTime(typed.slice(0, end), now);
  return (date !== undefined || minute !== undefined) && rest.length < end;
}

/** Whether it is a day and an hour, and nothing besides. */
export function isTime(typed: string, now: Now): boolean {
  const { date, minute, rest } = readSpokenTime(typed, now);
  return date !== undefined && minute !== undefined && rest === '';
}

/** An explicit 定时 is kept to, at night and on days off (contract §4). */
const isKept: ReadonlySet<string> = new Set(['dayOff', 'outside']);

/** After one word, two, and so on: `明天`, `明天 9点`. */
function wordEnds(typed: string): readonly number[] {
  return [...typed.matchAll(/\S+/gu)].slice(0, mostWords).map((match) => match.index + match[0].length);
}

/** `11月 25日 上午 9点 半` */
const mostWords = 5;

function whatIsOpen(reading: SpokenTime | undefined, { today }: Now): string {
  const example = '例如：通知 全体 定时 明天9点 内容';
  if (reading?.date === undefined) return `“定时”后面没有看到时间。${example}`;
  const open = reading.doubts.filter(({ kind }) => !isKept.has(kind)).map(({ words }) => words);
  const [choice] = reading.choices;
  const shown = choice === undefined ? '' : `可以写：定时 ${momentWords(choice, today)}`;
  return `${open.join('；') || '没有看懂“定时”后面的时间'}。${shown === '' ? example : shown}`;
}
