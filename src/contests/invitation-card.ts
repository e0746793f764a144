import type { Card } from '../chat/card.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { nameOf, type Contest, type ContestPlan } from './contest.ts';

/** What goes to everybody a contest is for. */
export function invitationCard(contest: Contest, today: LocalDate): Card {
  const { name, scopeName } = contest;
  return {
    title: `${nameOf(contest)} · ${name}`,
    note: `${scopeName} · 自愿参加`,
    body: [howItGoes(contest, today), '成绩只按支部算，不列个人；您自己的只有您看得到。'].join('\n'),
    buttons: [
      contest.form === 'room'
        ? { label: '加入', line: `加入 ${contest.number}` }
        : { label: '开始', line: `挑战 ${contest.number}` },
    ],
  };
}

/** How many questions, and when they can be answered. */
export function howItGoes(contest: ContestPlan, today: LocalDate): string {
  const count = contest.questions.length;
  if (contest.form === 'room') {
    return `现场竞赛，${count} 题，每题 ${contest.seconds} 秒，点按钮或回复字母。`;
  }
  const { from, until } = contest;
  const start = from <= today ? '现在' : dateWords(from, today);
  return `${count} 题，${start}起到${dateWords(until, today)}，什么时候答、分几次答都行。`;
}
