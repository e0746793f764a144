import type { Card } from '../chat/card.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { firstWords } from './notice-cards.ts';
import type { ReceiptFigures } from './receipt.ts';
import type { RecallPlan, RecallResult } from './recalling.ts';

/** What 撤回 would do, before it is done. */
export function recallPreview(plan: RecallPlan): Card {
  const { notice } = plan;
  const note = firstWords(notice);
  if (plan.kind === 'callOff') {
    return {
      title: `取消通知 ${notice.number}（它还没有发出）`,
      note,
      body: `发给：${notice.audienceName}。确认后就不发了。`,
      buttons: [],
    };
  }
  const { figures, reach } = plan;
  return {
    title: `撤回通知 ${notice.number}（还没有撤回）`,
    note,
    body: [
      ...(reach === 'all' ? deliveredLines(figures) : lateLines(figures)),
      ...waitingLines(figures),
    ].join('\n'),
    buttons: [],
  };
}

function deliveredLines(figures: ReceiptFigures): readonly string[] {
  return [
    `已送到 ${groupedNumber(deliveredIn(figures))} 人，其中已确认 ${groupedNumber(figures.confirmed)}：会从他们的企业微信里删除，催办一起删。`,
    '在微信里看到的删不掉，看过的也收不回来。',
  ];
}

function lateLines(figures: ReceiptFigures): readonly string[] {
  return [`发出超过 24 小时了，已送到的 ${groupedNumber(deliveredIn(figures))} 人，企业微信不再让撤回。`];
}

function waitingLines({ waiting }: ReceiptFigures): readonly string[] {
  return waiting === 0 ? [] : [`还没送到的 ${groupedNumber(waiting)} 人：不再送。`];
}

function deliveredIn({ confirmed, unconfirmed }: ReceiptFigures): number {
  return confirmed + unconfirmed;
}

/** The answer to 确认. */
export function recalledText(plan: RecallPlan): string {
  const { number } = plan.notice;
  if (plan.kind === 'callOff') return `通知 ${number} 已取消，不会发出。`;
  return [
    `通知 ${number} 已撤回，没送到的不再送。`,
    ...(plan.reach === 'late' ? [] : ['已送到的正在从企业微信里删除。']),
    `发“回执 ${number}”看撤回的结果。`,
  ].join('\n');
}

/** What became of a recall, honestly. */
export function recallLines({ recalled, open, failed }: RecallResult): readonly string[] {
  const reasons = [...failed].toSorted(([, a], [, b]) => b - a);
  const failures = reasons.reduce((sum, [, count]) => sum + count, 0);
  const words = reasons.map(([reason, count]) => `${reason} ${groupedNumber(count)}`).join('，');
  return [
    `已从企业微信删除 ${groupedNumber(recalled)} 条（含催办）`,
    ...(open === 0 ? [] : [`正在删除 ${groupedNumber(open)} 条`]),
    ...(failures === 0 ? [] : [`没能删除 ${groupedNumber(failures)} 条：${words}`]),
    '在微信里看到的删不掉。',
  ];
}
