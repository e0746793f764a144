import type { Card } from '../chat/card.ts';
import type { PlannedBrief } from './planned-brief.ts';

/** At most three things to do and what else is open, each with the line that goes on with it. */
export function briefCard(brief: Pick<PlannedBrief, 'toDos' | 'notes'>): Card {
  const { toDos, notes } = brief;
  return {
    title: briefTitle(brief),
    body: [
      ...toDos.map(({ text, line }, index) => `${index + 1} ${text}　→ 发“${line}”`),
      ...notes.map(({ text, line }) => `${text}　→ 发“${line}”`),
    ].join('\n'),
    buttons: [...(toDos.length === 0 ? [] : [all]), ...notes.map(({ label, line }) => ({ label, line }))],
    ...(toDos.length === 0 ? {} : { reply: '看全部，发“还差什么”' }),
  };
}

const all = { label: '还差什么', line: '还差什么' };

/** The answer itself, which is also what a dry run lists. */
export function briefTitle({ toDos }: Pick<PlannedBrief, 'toDos'>): string {
  return toDos.length === 0 ? '本周还没有办完的' : `本周可以办的 ${toDos.length} 件事`;
}
