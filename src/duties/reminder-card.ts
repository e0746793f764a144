import type { Card } from '../chat/card.ts';
import type { Organisation } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import { lastDayWords } from './obligation-words.ts';
import type { Obligation } from './obligation.ts';
import { termTitle } from './period-words.ts';

/** Reminds the responsible officer of what is open, by its last day. `own` when it is the officer's organisation. */
export function reminderCard(
  organisation: Organisation,
  open: readonly Obligation[],
  today: LocalDate,
  whose: 'own' | 'below',
): Card {
  return {
    title: `${organisation.name}：近期要办的 ${open.length} 项`,
    body: [
      ...(whose === 'own' ? [] : ['那里现在没有能提醒的班子成员，所以告诉您。']),
      ...linesByDay(open, today),
      '办过的发“登记 名称 日期”，就不再提醒。',
    ].join('\n'),
    buttons: whose === 'own' ? [{ label: '还差什么', line: '还差什么' }] : [],
    ...(whose === 'own' ? { reply: '看怎么办，发“还差什么”' } : {}),
  };
}

/** `11月30日前：11月支委会、11月主题党日` */
function linesByDay(open: readonly Obligation[], today: LocalDate): readonly string[] {
  const byDay = new Map<string, string[]>();
  for (const obligation of open) {
    const day = lastDayWords(obligation, today, today);
    const titles = byDay.get(day) ?? [];
    byDay.set(day, titles);
    titles.push(titleWithShare(obligation, today));
  }
  return [...byDay].map(([day, titles]) => `${day}：${titles.join('、')}`);
}

/** `党员学时（5/8 人）` */
function titleWithShare(obligation: Obligation, today: LocalDate): string {
  const { share } = obligation;
  const title = termTitle(obligation, today);
  return share === undefined ? title : `${title}（${share.part}/${share.whole} ${share.of}）`;
}
