import type { Card } from '../chat/card.ts';
import type { ToDo } from './to-do.ts';

/** At most three things to do, the line that does each with it. */
export function briefCard(toDos: readonly ToDo[]): Card {
  return {
    title: `本周可以办的 ${toDos.length} 件事`,
    body: toDos.map(({ text, line }, index) => `${index + 1} ${text}　→ 发“${line}”`).join('\n'),
    buttons: [{ label: '还差什么', line: '还差什么' }],
    reply: '看全部，发“还差什么”',
  };
}
