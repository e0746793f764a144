import type { Roster } from '../roster/roster-view.ts';
import type { EntrySource, Presence } from './roll-entry.ts';

/** The names of accounts as the roster has them now: `周琪、吴刚`; beyond `most` of them `周琪、吴刚等 12 人`. */
export function namesOf(roster: Roster, userids: readonly string[], most = 8): string {
  const names = userids.slice(0, most).map((userid) => nameOf(roster, userid));
  return userids.length > most ? `${names.join('、')}等 ${userids.length} 人` : names.join('、');
}

/** Whoever left the roster has no name here any more. */
export function nameOf(roster: Roster, userid: string): string {
  return roster.find(userid)?.person.name ?? '已不在名册的人';
}

export const presenceNames: Readonly<Record<Presence, string>> = {
  present: '到会',
  late: '迟到',
  online: '线上',
};

/** The same behind other words: nothing for whoever was there in time. */
export const presenceNotes: Readonly<Record<Presence, string>> = {
  present: '',
  late: '，记迟到',
  online: '，线上参加',
};

/** How it is known: `本人签到`, `代签`, `补签`. */
export function sourceName({ kind }: EntrySource): string {
  return { code: '本人签到', recorded: '代签', madeUp: '补签' }[kind];
}
