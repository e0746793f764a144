import { calendarWords } from '../time/spoken-time.ts';
import type { LocalDate } from '../time/local-date.ts';
import { conditionWords } from './condition-words.ts';
import type { Obligation, Share } from './obligation.ts';

/** Until when, in a few words: `11月30日前`, `通知为准，一般本季度`, `届期到 2027年4月11日`. */
export function dueWords(obligation: Obligation, quarterEnd: LocalDate, today: LocalDate): string {
  const { clock, only } = obligation.duty.rule;
  if (clock === '现状') return only.map(conditionWords).join('，');
  return [...progressWords(obligation), lastDayWords(obligation, quarterEnd, today)].join('，');
}

/** The same without how far it is: `12月31日前`. */
export function lastDayWords(
  { duty, anchor, due, usual }: Obligation,
  quarterEnd: LocalDate,
  today: LocalDate,
): string {
  if (due === undefined) return '及时办';
  const day = calendarWords(due, today);
  const end = calendarWords(anchor, today);
  if (duty.rule.clock === '届期') return anchor < today ? `届期 ${end}已满` : `届期到 ${end}`;
  if (duty.rule.clock === '预备期') return anchor < today ? `${end}期满，及时讨论` : `${end}期满`;
  if (usual !== undefined) {
    return today <= usual && usual <= quarterEnd ? '通知为准，一般本季度' : `通知为准，一般到 ${day}`;
  }
  if (due < today) return `${day}已过`;
  return due === today ? '今天为止' : `${day}前`;
}

/** `达到 2/8 人`, `已开 1/3 个小组` */
export function shareWords({ part, whole, of }: Share): string {
  return `${of === '人' ? '达到' : '已开'} ${part}/${whole} ${of}`;
}

function progressWords({ share, met, times }: Obligation): readonly string[] {
  if (share !== undefined) return [shareWords(share)];
  return times > 1 ? [`已办 ${met.length}/${times}`] : [];
}

/** What is to be done next, in a few words: `发“开会 …党员大会”`, `已定 11-28，会后自动登记`. */
export function nextStep(obligation: Obligation, today: LocalDate): string {
  const { arranged, due, duty } = obligation;
  if (arranged !== undefined) return `已定 ${arranged.slice(5)}，会后自动登记`;
  const line = `发“${lineFor(obligation, today)}”`;
  switch (duty.rule.record) {
    case '名册':
      return `怎么办${line}`;
    default:
      return due !== undefined && due < today ? `办过的${line}` : line;
  }
}

/** The line that does it, with what only the officer knows left open. */
export function lineFor({ duty, due }: Obligation, today: LocalDate): string {
  const { title, record } = duty.rule;
  const isPast = due !== undefined && due < today;
  switch (record) {
    case '开会':
      return isPast ? `登记 ${title} 日期` : `开会 …${title}`;
    case '学时':
      return '学时 支部';
    case '名册':
      return `依据 ${title}`;
    default:
      return `登记 ${title} 日期`;
  }
}
