import type { Turn } from '../chat/turn.ts';
import { cutOffNow } from '../time/spoken-time.ts';
import type { MonthFigures, TodayFigures } from './figures.ts';

/** 统计: every figure with its denominator and cut-off. */
export function todayText(
  { organisation, people, studied, answered, checkedIn }: TodayFigures,
  turn: Turn,
): string {
  return [
    `${organisation.name} · 今天（${cutOff(turn)}）`,
    `学习：已学 ${studied}/${people}`,
    `每日一题：已答 ${answered}/${people}（自愿）`,
    `签到：${checkedIn}/${people}（自愿）`,
    '本月的发“统计 本月”；提醒没有学的发“提醒 学习”。',
  ].join('\n');
}

export function monthText(figures: MonthFigures, turn: Turn): string {
  const { organisation, people, workdays } = figures;
  return [
    `${organisation.name} · 本月（${cutOff(turn)}，${workdays} 个工作日）`,
    `学过至少一条：${figures.studiedOnce}/${people}`,
    `一共学完：${figures.finishedItems} 条`,
    `答过题：${figures.answeredOnce}/${people}（自愿）`,
    `签到过：${figures.checkedInOnce}/${people}（自愿）`,
    '今天的发“统计”。',
  ].join('\n');
}

function cutOff(turn: Turn): string {
  return cutOffNow(turn);
}
