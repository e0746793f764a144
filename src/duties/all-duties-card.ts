import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { DutyClock } from '../library/duty-rules.ts';
import { cutOffDateWords } from '../time/spoken-time.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { AllDuties } from './all-duties.ts';
import type { OwnDuties } from './own-duties.ts';
import { quarterName } from './period-words.ts';

/** Organisations in numbers, no names of people; who is missing what stands in the table. */
export function allDutiesCard({ top, quarter, own, below }: AllDuties, { today }: Turn): Card {
  const openCounts = below.map(({ open }) => open.length);
  const none = openCounts.filter((count) => count === 0).length;
  const few = openCounts.filter((count) => count === 1 || count === 2).length;
  return {
    title: `${groupedNumber(below.length)} 个组织 · ${quarterName(quarter.from)}`,
    note: cutOffDateWords(today, today),
    body: [
      `全部完成 ${none}，还差一两项 ${few}，三项以上 ${below.length - none - few}`,
      ...clockLine(below),
      ownLine(own, top.name),
      '各组织的明细见表格。',
    ].join('\n'),
    buttons: [
      { label: '导出', line: '导出 还差什么' },
      { label: '自己的', line: '还差什么' },
    ],
    reply: '看明细，发“导出 还差什么”',
  };
}

function clockLine(below: readonly OwnDuties[]): readonly string[] {
  const count = (clock: DutyClock): number =>
    below.filter(({ open }) => open.some(({ duty }) => duty.rule.clock === clock)).length;
  const parts = (
    [
      ['届期', '换届临近'],
      ['书记空缺', '书记空缺'],
    ] as const
  ).flatMap(([clock, words]) => (count(clock) === 0 ? [] : [`${words} ${count(clock)} 个`]));
  return parts.length === 0 ? [] : [`留意：${parts.join('，')}`];
}

/** Whoever looks at others sees the own duties in the same place. */
function ownLine({ open, begun, met }: OwnDuties, name: string): string {
  return open.length === 0 ? `${name}自己：没有还差的` : `${name}自己：已完成 ${met}/${begun}`;
}
