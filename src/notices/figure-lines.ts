import { groupedNumber } from '../wording/grouped-number.ts';
import { missedOf, type ReceiptFigures } from './receipt.ts';

/** `已确认 7,902/10,214`, and so on: confirmed, not confirmed, on the way, not reached and why. */
export function figureLines(figures: ReceiptFigures): readonly string[] {
  const missed = missedOf(figures);
  const reasons = [...figures.unreachable]
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, value]) => `${reason} ${groupedNumber(value)}`);
  return [
    `已确认 ${groupedNumber(figures.confirmed)}/${groupedNumber(figures.total)}`,
    `未确认 ${groupedNumber(figures.unconfirmed)}`,
    ...(figures.waiting === 0 ? [] : [`正在发送或到时间再送 ${groupedNumber(figures.waiting)}`]),
    `未送达 ${groupedNumber(missed)}${missed === 0 ? '' : `：${reasons.join('，')}`}`,
  ];
}
