import type { Turn } from '../chat/turn.ts';
import { cutOffNow } from '../time/spoken-time.ts';
import { missedOf } from './receipt.ts';
import { receiptsByBranch } from './receipts-by-branch.ts';
import type { SeenReceipts } from './receipts.ts';

/** 回执 203 单位: the organisations where somebody has not confirmed, in the order of the roster. */
export function byBranchText({ notice, states }: SeenReceipts, turn: Turn): string {
  const { number } = notice;
  const branches = receiptsByBranch(turn.roster, states);
  if (branches.length === 0) return `通知 ${number} 还没有按单位的数。发“回执 ${number}”看总数。`;
  const open = branches.filter(({ figures }) => figures.confirmed < figures.total);
  const cutOff = cutOffNow(turn);
  return [
    `通知 ${number} · 按单位（${cutOff}）`,
    `全部确认的单位 ${branches.length - open.length}/${branches.length}`,
    ...open.slice(0, mostBranches).map(({ branch, figures }) => {
      const missed = missedOf(figures);
      const rest = missed === 0 ? '' : `，未送达 ${missed}`;
      return `${branch?.name ?? '已不在名册上'}：已确认 ${figures.confirmed}/${figures.total}${rest}`;
    }),
    ...(open.length > mostBranches ? [`还有 ${open.length - mostBranches} 个单位没有全部确认。`] : []),
    `完整的表发“导出 回执 ${number}”。`,
  ].join('\n');
}

/** Dialogues, rule 1: an answer has at most twelve lines. */
const mostBranches = 8;
