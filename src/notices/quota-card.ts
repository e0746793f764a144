import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { isSecretary } from '../roster/role.ts';
import { addDays } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { exceeds } from './allowance.ts';
import type { PreparedNotice } from './arranging.ts';

export function isBeyondQuota({ allowance }: PreparedNotice): boolean {
  return allowance !== undefined && exceeds(allowance);
}

/** What to choose from when a notice does not fit into the day any more. */
export function quotaCard({ allowance, addressees, audience, first }: PreparedNotice, turn: Turn): Card {
  const { date, needed, left } = allowance ?? { date: turn.today, needed: 0, left: 0 };
  const isToday = date === turn.today;
  const tomorrow = `${addDays(date, 1)} 8:30`;
  const secretaries = audience.people.filter(isSecretary).length;
  const canSplit =
    isToday &&
    first === undefined &&
    secretaries > 0 &&
    secretaries < addressees.length &&
    secretaries <= left;
  return {
    title: '还没有发出：发送额度不够',
    body: [
      `${isToday ? '今天' : dateWords(date, turn.today)}的发送额度还剩 ${groupedNumber(left)} 人次，这次需要 ${groupedNumber(needed)}。`,
      '额度是企业微信每天许可的人次，第二天重新算起。',
    ].join('\n'),
    buttons: [
      ...(canSplit ? [{ label: '先发书记', line: `定时 ${tomorrow} 先发书记` }] : []),
      { label: `${isToday ? '明天' : '次日'} 8:30 发`, line: `定时 ${tomorrow}` },
      { label: '取消', line: '取消' },
    ],
  };
}
