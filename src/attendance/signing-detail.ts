import { readRollEntry, rollEntryText } from './roll-entry-text.ts';
import type { RollEntry } from './roll-entry.ts';

/** What 撤销 has to know of a 代签 or 补签: who got which entry. */
export interface SigningDeed {
  readonly number: number;
  readonly entry: RollEntry;
  readonly userids: readonly string[];
}

/** `7 zhang.san,zhou.qi p 1 2026-11-25 905 for chen.zhigang` */
export function signingDetail({ number, entry, userids }: SigningDeed): string {
  return `${number} ${userids.join(',')} ${rollEntryText(entry)}`;
}

export function readSigningDetail(detail: string): SigningDeed | undefined {
  const [, number, userids = '', text = ''] = /^(\d+) (\S+) (.+)$/u.exec(detail) ?? [];
  const entry = readRollEntry(text);
  return number === undefined || entry === undefined
    ? undefined
    : { number: Number(number), entry, userids: userids.split(',') };
}
