import { groupedNumber } from '../wording/grouped-number.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dateWords, momentWords } from '../time/spoken-time.ts';
import type { PlannedMorning } from './morning-push.ts';
import { morning } from '../time/morning.ts';

/** What else goes out by itself, and to how many people. */
export interface OtherPlan {
  /** In a few words: 义务提醒. */
  readonly what: string;
  readonly people: number;
}

/** 排期: how many people would get what; never who. */
export function plannedText(
  planned: readonly PlannedMorning[],
  others: readonly OtherPlan[],
  date: LocalDate,
  today: LocalDate,
): string {
  const besides = others.filter(({ people }) => people > 0).toSorted((a, b) => b.people - a.people);
  const otherLines = besides
    .slice(0, mostOthers)
    .map(({ what, people }) => `${what}：${groupedNumber(people)} 人`);
  if (besides.length > mostOthers)
    otherLines.push(`还有 ${besides.length - mostOthers} 种自动消息，人数更少。`);
  if (planned.length === 0) {
    const nothing = `${dateWords(date, today)}没有要自动发送的学习内容（不是工作日，或者都送过了）。`;
    return [nothing, ...otherLines].join('\n');
  }
  const counts = new Map<string, number>();
  for (const one of planned) counts.set(plannedWords(one), (counts.get(plannedWords(one)) ?? 0) + 1);
  const most = [...counts].toSorted(([, a], [, b]) => b - a);
  const rest = most.slice(mostLines).reduce((sum, [, count]) => sum + count, 0);
  return [
    `${momentWords({ date, minute: morning }, today)} 学习内容，共 ${groupedNumber(planned.length)} 人：`,
    ...most.slice(0, mostLines).map(([words, count]) => `${words}：${groupedNumber(count)} 人`),
    ...(rest === 0 ? [] : [`其他：${groupedNumber(rest)} 人`]),
    ...otherLines,
    '免提醒、离退和设了全天免打扰的人不在内。',
  ].join('\n');
}

/** What one person would get, in a few words. */
export function plannedWords({ item, question }: Pick<PlannedMorning, 'item' | 'question'>): string {
  if (item === undefined) return '每日一题';
  return question === undefined ? `今日学习：${item.title}` : `今日学习：${item.title}，加一题`;
}

/** Dialogues, rule 1: an answer has at most twelve lines. */
const mostLines = 4;
const mostOthers = 5;
