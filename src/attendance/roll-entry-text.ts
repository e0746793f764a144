import { readRoundMoment, roundMomentGrammar, roundMomentText } from '../meetings/round-moment.ts';
import { makeUpReasons, type MakeUpReason } from './make-up-reason.ts';
import { presences, type EntrySource, type Presence, type RollEntry } from './roll-entry.ts';

/*
 * An entry of a roll as one short text; it stands behind what else is known of the participant, see
 * participant-text.ts:
 *   pht9y7                    present, by the code, at 8:31 on 2026-11-20 (round-moment.ts)
 *   lht9y72:chen.zhigang      late, in the second round; 代签 by chen.zhigang
 *   oht9y7d:chen.zhigang      online; 补签, with the letter of the reason
 */

export function rollEntryText(entry: RollEntry): string {
  return `${presenceLetters[entry.presence]}${roundMomentText(entry)}${sourceText(entry.source)}`;
}

/** `undefined` for what cannot be read: it counts as not there. */
export function readRollEntry(text: string): RollEntry | undefined {
  const [, letter = '', when = '', reasonLetter, by] = grammar.exec(text) ?? [];
  const presence = presences.find((one) => presenceLetters[one] === letter);
  const moment = readRoundMoment(when);
  const source = readSource(reasonLetter, by);
  return presence === undefined || moment === undefined || source === undefined
    ? undefined
    : { presence, ...moment, source };
}

const grammar = new RegExp(String.raw`^([a-z])(${roundMomentGrammar})(?:([a-z])?:(\S+))?$`, 'u');

const presenceLetters: Readonly<Record<Presence, string>> = { present: 'p', late: 'l', online: 'o' };
const reasonLetters: Readonly<Record<MakeUpReason, string>> = {
  忘记签到: 'f',
  手机不便: 'd',
  网络不好: 'n',
  其他: 'o',
};

function sourceText(source: EntrySource): string {
  switch (source.kind) {
    case 'code':
      return '';
    case 'recorded':
      return `:${source.by}`;
    case 'madeUp':
      return `${reasonLetters[source.reason]}:${source.by}`;
  }
}

function readSource(reasonLetter: string | undefined, by: string | undefined): EntrySource | undefined {
  if (by === undefined) return { kind: 'code' };
  if (reasonLetter === undefined) return { kind: 'recorded', by };
  const reason = makeUpReasons.find((one) => reasonLetters[one] === reasonLetter);
  return reason === undefined ? undefined : { kind: 'madeUp', by, reason };
}
