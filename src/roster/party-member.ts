import type { Person } from './roster.ts';

/** 正式党员 and 预备党员: those whom study, duties and 全体 mean. */
export function isPartyMember({ kind }: Person): boolean {
  return kind === '正式党员' || kind === '预备党员';
}
