import type { PaceUnit } from '../library/duty-pace.ts';
import { dayOf, monthOf, yearOf, type LocalDate } from '../time/local-date.ts';
import type { DutyTerm } from './obligation.ts';

/** Title and period, so that two terms of one duty are told apart: `11月主题党日`, `下半年考察入党积极分子`. */
export function termTitle({ duty, anchor }: Pick<DutyTerm, 'duty' | 'anchor'>, today: LocalDate): string {
  const { title, pace } = duty.rule;
  if (pace === undefined) return title;
  return `${periodName(pace.unit, anchor, today)}${title}`;
}

/** A period that is the current one needs no name when it is a quarter or longer. */
function periodName(unit: PaceUnit, from: LocalDate, today: LocalDate): string {
  const isThisYear = yearOf(from) === yearOf(today);
  const year = isThisYear ? '' : `${yearOf(from)}年`;
  const month = monthOf(from);
  switch (unit) {
    case '周':
      return `${month}月${dayOf(from)}日那周`;
    case '月':
      return `${year}${month}月`;
    case '季度':
      return isThisYear && quarterOf(today) === quarterOf(from) ? '' : `${year}${quarterName(from)}`;
    case '半年':
      return `${year}${month === 1 ? '上半年' : '下半年'}`;
    case '年':
      return year;
  }
}

/** `第四季度` */
export function quarterName(day: LocalDate): string {
  return `第${'一二三四'.charAt(quarterOf(day) - 1)}季度`;
}

function quarterOf(day: LocalDate): number {
  return Math.ceil(monthOf(day) / 3);
}
