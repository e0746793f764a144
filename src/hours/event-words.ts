import type { Roster } from '../roster/roster-view.ts';
import type { CreditEntry } from './credit-entry.ts';

/** Where hours come from: `机关一支部登记`, `会议 7 记`, `测试 3 记`. */
export function eventWords({ event }: CreditEntry, roster: Roster): string {
  switch (event.kind) {
    case 'meeting':
      return `会议 ${event.number} 记`;
    case 'paper':
      return `测试 ${event.number} 记`;
    case 'registered':
      return `${roster.organisation(event.by)?.name ?? '原来的组织'}登记`;
  }
}
