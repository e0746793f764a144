import { parseLocalDate } from '../time/local-date.ts';
import { minutesPerDay } from '../time/local-moment.ts';
import { makeUpReasons } from './make-up-reason.ts';
import { presences, type EntrySource, type Presence, type RollEntry } from './roll-entry.ts';

/*
 * An entry of a roll as one short line, words parted by blanks:
 *   <presence> <round> <day> <minute of the day> <source>
 *   p 1 2026-11-25 903 code                         present, by the code
 *   l 1 2026-11-25 911 for chen.zhigang             late, 代签
 *   o 1 2026-11-26 540 after chen.zhigang 手机不便   online, 补签
 */

export function rollEntryText({ presence, round, at, source }: RollEntry): string {
  return [letters[presence], round, at.date, at.minute, ...sourceWords(source)].join(' ');
}

/** `undefined` for what cannot be read: it counts as not there. */
export function readRollEntry(text: string): RollEntry | undefined {
  const [letter = '', round = '', day = '', minute = '', ...words] = text.split(' ');
  const presence = presences.find((one) => letters[one] === letter);
  const date = parseLocalDate(day);
  const source = readSource(words);
  if (presence === undefined || date === undefined || source === undefined) return undefined;
  if (!/^\d{1,9}$/u.test(round) || !/^\d{1,4}$/u.test(minute) || Number(minute) >= minutesPerDay)
    return undefined;
  return { presence, round: Number(round), at: { date, minute: Number(minute) }, source };
}

const letters: Readonly<Record<Presence, string>> = { present: 'p', late: 'l', online: 'o' };

function sourceWords(source: EntrySource): readonly string[] {
  switch (source.kind) {
    case 'code':
      return ['code'];
    case 'recorded':
      return ['for', source.by];
    case 'madeUp':
      return ['after', source.by, source.reason];
  }
}

function readSource([kind, by, why]: readonly string[]): EntrySource | undefined {
  if (kind === 'code') return { kind: 'code' };
  if (by === undefined) return undefined;
  if (kind === 'for') return { kind: 'recorded', by };
  const reason = makeUpReasons.find((one) => one === why);
  return kind === 'after' && reason !== undefined ? { kind: 'madeUp', by, reason } : undefined;
}
