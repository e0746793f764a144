import type { Exported } from '../exports/export-answer.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Column, Sheet } from '../sheets/sheet.ts';
import type { Zone } from '../time/zone.ts';
import type { Notice } from './notice.ts';
import { missedOf } from './receipt.ts';
import { receiptsByBranch, type BranchReceipts } from './receipts-by-branch.ts';
import type { SeenReceipts } from './receipts.ts';

/**
 * 导出 回执 3: by branch, and why people were not reached. It names nobody: it goes to the committee, and
 * names are for the own branch's officers (dialogues, rule 4).
 */
export function receiptsExport(
  { notice, figures, states }: SeenReceipts,
  roster: Roster,
  zone: Zone,
): Exported {
  const branches = receiptsByBranch(roster, states);
  const title = `通知 ${notice.number} 的回执`;
  return {
    title,
    subject: `回执 ${notice.number}`,
    scope: `${notice.audienceName}，${branches.length} 个单位、${groupedNumber(figures.total)} 人`,
    figures: `已确认 ${groupedNumber(figures.confirmed)}/${groupedNumber(figures.total)}`,
    sheets: [byBranch(notice, branches, roster, zone), missedBy(branches)],
  };
}

const columns: readonly Column[] = [
  { title: '上级' },
  { title: '单位' },
  { title: '应收人数' },
  { title: '已确认' },
  { title: '未确认' },
  { title: '在途或免打扰' },
  { title: '未送达' },
];

function byBranch(notice: Notice, branches: readonly BranchReceipts[], roster: Roster, zone: Zone): Sheet {
  return {
    name: '按单位',
    heading: [
      `${sentOn(notice, zone)}发出：${notice.text.replace(/\s+/gu, ' ')}`,
      '每行：应收人数 = 已确认 + 未确认（送到了，还没有点收到）+ 在途或免打扰 + 未送达。只列单位，不列个人。',
    ],
    columns,
    rows: branches.map(({ branch, figures }) => [
      branch?.parent === undefined ? undefined : roster.organisation(branch.parent)?.name,
      nameOf(branch),
      figures.total,
      figures.confirmed,
      figures.unconfirmed,
      figures.waiting,
      missedOf(figures),
    ]),
  };
}

function missedBy(branches: readonly BranchReceipts[]): Sheet {
  return {
    name: '未送达原因',
    heading: ['没有送到的人数和原因。不在可见范围的，请管理员在企业微信后台把账号加入应用的可见范围。'],
    columns: [{ title: '单位' }, { title: '原因' }, { title: '人数' }],
    rows: branches.flatMap(({ branch, figures }) =>
      [...figures.unreachable].map(([reason, count]) => [nameOf(branch), reason, count]),
    ),
  };
}

function nameOf(branch: BranchReceipts['branch']): string {
  return branch?.name ?? '已不在名册上';
}

function sentOn({ life }: Notice, zone: Zone): string {
  return life.state === 'sent' || life.state === 'recalled' ? `${zone.localAt(life.at).date} ` : '还没有';
}
