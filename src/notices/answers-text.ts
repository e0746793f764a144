import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { cutOffNow } from '../time/spoken-time.ts';
import type { AnswerFigures } from './answer-figures.ts';
import type { SeenReceipts } from './receipts.ts';

/** 回执 3 答复: what was answered, in counts. */
export function answersText({ notice, figures, answers, scope }: SeenReceipts, turn: Turn): string {
  const { number } = notice;
  if (answers.length === 0) return `通知 ${number} 没有带问题。`;
  const cutOff = cutOffNow(turn);
  return [
    `通知 ${number}${scope === undefined ? '' : ` · ${scope.name}`} · 答复（${cutOff}）`,
    ...answers.flatMap((one, index) => linesOf(one, index, figures.total)),
    `明细发“导出 回执 ${number}”。`,
  ].join('\n');
}

function linesOf(
  { question, answered, counts }: AnswerFigures,
  index: number,
  total: number,
): readonly string[] {
  const { ask, choices } = question;
  const head = `${index + 1} ${ask}　答了 ${groupedNumber(answered)}/${groupedNumber(total)}`;
  if (choices.length === 0) return [head];
  return [head, choices.map((choice, at) => `${choice} ${groupedNumber(counts[at] ?? 0)}`).join(' · ')];
}
