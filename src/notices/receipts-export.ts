import type { Exported } from '../exports/export-answer.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import { answersByBranchSheet, branchSheet, missedSheet, textsSheet } from './branch-sheets.ts';
import { namedSheet } from './named-sheet.ts';
import type { Notice } from './notice.ts';
import { receiptsByBranch } from './receipts-by-branch.ts';
import type { SeenReceipts } from './receipts.ts';

/**
 * 导出 回执 3. Whoever is above a branch gets organisations and why people were not reached, and nobody's name;
 * names are for the own branch's officers (dialogues, rule 4), who get a list of their people.
 */
export function receiptsExport(seen: SeenReceipts, roster: Roster, zone: Zone): Exported {
  const { notice, scope, isNamed, figures, states, answers } = seen;
  const about = `${sentOn(notice, zone)}发出：${notice.text.replace(/\s+/gu, ' ')}`;
  const total = groupedNumber(figures.total);
  const common = {
    title: `通知 ${notice.number} 的回执`,
    subject: `回执 ${notice.number}`,
    figures: `已确认 ${groupedNumber(figures.confirmed)}/${total}`,
  };
  if (scope !== undefined && isNamed) {
    return { ...common, scope: `${scope.name} ${total} 人`, sheets: [namedSheet(seen, about)] };
  }
  const branches = receiptsByBranch(roster, states);
  return {
    ...common,
    scope: `${scope?.name ?? notice.audienceName}，${branches.length} 个单位、${total} 人`,
    sheets: [
      branchSheet(about, branches, roster),
      missedSheet(branches),
      ...(answers.some(({ question }) => question.choices.length > 0)
        ? [answersByBranchSheet(seen, roster)]
        : []),
      ...(answers.some(({ texts }) => texts.length > 0) ? [textsSheet(answers)] : []),
    ],
  };
}

function sentOn({ life }: Notice, zone: Zone): string {
  return life.state === 'sent' || life.state === 'recalled' ? `${zone.localAt(life.at).date} ` : '还没有';
}
