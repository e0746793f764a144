import type { Turn } from '../chat/turn.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { addDays, localDate } from '../time/local-date.ts';
import { cutOffDateWords } from '../time/spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { sumOfHours, type CreditEntry } from './credit-entry.ts';
import { eventWords } from './event-words.ts';
import type { OwnHours } from './hours.ts';
import { daysInShort } from './typed-days.ts';

/** 学时: the member's own year. Nobody else gets to see it. */
export function ownHoursText({ year, total, target, entries }: OwnHours, turn: Turn): string {
  if (entries.length === 0 && !isPartyMember(turn.member.person)) return '学时只给正式党员和预备党员登记。';
  const of = target === undefined ? '' : `/${target}`;
  const isThisYear = turn.today.startsWith(String(year));
  const shown = entries.slice(0, mostEntries);
  return [
    `${year} 年学时：${total}${of}${isThisYear ? `（${cutOffDateWords(turn.today, turn.today)}）` : ''}`,
    ...(entries.length === 0 ? ['还没有为您登记。'] : [categoriesLine(entries)]),
    ...shown.map((entry) => entryLine(entry, turn)),
    ...(shown.length < entries.length ? [`还有 ${entries.length - shown.length} 条较早的。`] : []),
    '按参加的活动和通过的测试记，在手机上看多久都不算。有出入请告诉书记。',
    ...(isThisYear ? ['去年的发“学时 去年”。'] : []),
  ].join('\n');
}

/** 我的: `26/32（还有 41 个工作日）`; `undefined` for whom hours do not concern. */
export function hoursInShort(
  { year, total, target }: OwnHours,
  turn: Turn,
  calendar: WorkCalendar,
): string | undefined {
  if (!isPartyMember(turn.member.person)) return undefined;
  if (target === undefined) return `${total}`;
  if (total >= target) return `${total}/${target}，已达到`;
  const nextYear = addDays(localDate(year, 12, 31), 1);
  return `${total}/${target}（还有 ${calendar.workdaysBetween(turn.today, nextYear)} 个工作日）`;
}

/** With heading, sums and next steps it is one phone screen (dialogues, rule 1). */
const mostEntries = 7;

/** `集中培训 16，党课 4`, the largest first. */
function categoriesLine(entries: readonly CreditEntry[]): string {
  const names = [...new Set(entries.map(({ category }) => category))];
  return names
    .map((name) => ({ name, hours: sumOfHours(entries.filter(({ category }) => category === name)) }))
    .toSorted((a, b) => b.hours - a.hours)
    .map(({ name, hours }) => `${name} ${hours}`)
    .join('，');
}

function entryLine(entry: CreditEntry, { roster }: Turn): string {
  return `${daysInShort(entry)} ${entry.category} ${entry.hours}（${eventWords(entry, roster)}）`;
}
