import type { LocalDate } from '../time/local-date.ts';
import { readNumeral } from '../time/spoken/numerals.ts';
import { readSpokenTime } from '../time/spoken/read-spoken-time.ts';
import type { Now } from '../time/spoken/said-moments.ts';
import { readNumbered } from './read-numbered.ts';

/**
 * What was typed behind 请假: which meeting, by its number or its day, and the reason. `2号 出差` may be
 * either: the number is meant where there is such a meeting.
 */
export interface LeaveWords {
  readonly numbered?: { readonly number: number; readonly reason: string };
  readonly dated?: { readonly date: LocalDate; readonly reason: string };
  /** All that was typed: the reason where neither is said. */
  readonly reason: string;
}

export function readLeaveWords(words: string, now: Now): LeaveWords {
  const reason = words.trim();
  const numbered = readNumber(reason);
  const dated = readDay(reason, now);
  return {
    ...(numbered === undefined ? {} : { numbered }),
    ...(dated === undefined ? {} : { dated }),
    reason,
  };
}

function readNumber(words: string): LeaveWords['numbered'] {
  const { number, rest } = readNumbered(words);
  if (number !== undefined) return { number, reason: rest };
  const [whole = '', numeral = ''] = ordinal.exec(words.normalize('NFKC')) ?? [];
  const read = /^\d/u.test(numeral) ? Number(numeral) : readNumeral(numeral);
  return read === undefined || read === 0
    ? undefined
    : { number: read, reason: words.normalize('NFKC').slice(whole.length) };
}

/** `二号 出差`, `2号`, `第二号会议 出差` */
const ordinal = /^(?:第|会议\s*)?([\d零一二两三四五六七八九十]{1,4})号(?:会议)?(?=[\s,，]|$)[\s,，]*/u;

/** The day stands in front, or apart at the end: in 出差到26号 it belongs to the reason. */
function readDay(words: string, now: Now): LeaveWords['dated'] {
  const { date, rest } = readSpokenTime(words, now);
  if (date === undefined) return undefined;
  const isInFront = withoutI(words).endsWith(withoutI(rest));
  if (!isInFront && !words.startsWith(`${rest} `)) return undefined;
  return { date, reason: rest.replace(/^我?\s*的(?:那个|那场)?(?:会议|会)?[\s,，]*/u, '').trim() };
}

function withoutI(words: string): string {
  return words.replace(/^我\s*/u, '');
}
