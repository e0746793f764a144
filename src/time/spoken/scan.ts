import type { DayContext } from './day-reading.ts';
import { clockAt, dayAt, hoursAt, partOfDayAt, settledAt, stretchAt, type Piece } from './pieces.ts';

/** All pieces of a text in plain form, in their order; none overlap. */
export function scan(text: string, context: DayContext): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at, pieces.at(-1), context);
    if (piece !== undefined) pieces.push(...piece);
    at = piece?.at(-1)?.end ?? at + 1;
  }
  return pieces;
}

function pieceAt(
  text: string,
  at: number,
  last: Piece | undefined,
  context: DayContext,
): readonly Piece[] | undefined {
  if (last?.end !== at && continuesNumber(text, at)) return undefined;
  const follows = last !== undefined && /^\s*$/u.test(text.slice(last.end, at)) ? last : undefined;
  const found = [
    hoursAt(text, at),
    one(stretchAt(text, at)),
    one(dayAt(text, at, context)),
    one(clockAt(text, at)),
  ]
    .filter((pieces) => pieces !== undefined)
    .toSorted((a, b) => endOf(b) - endOf(a));
  // 12.15 behind a day, or behind 下午, is a time.
  const isClock = found.find(([piece]) => piece?.kind === 'clock' && endOf(found[0] ?? []) === piece.end);
  if (isClock !== undefined && (follows?.kind === 'day' || follows?.kind === 'period')) return isClock;
  return found[0] ?? one(partOfDayAt(text, at, follows)) ?? one(settledAt(text, at));
}

/** In the middle of a number nothing begins: 十五点 is not 五点, 第三点 no time. */
function continuesNumber(text: string, at: number): boolean {
  const here = text.charAt(at);
  const before = text.charAt(at - 1);
  if (/\d/u.test(here)) return /[\d.第]/u.test(before);
  return /[零〇一二两三四五六七八九十]/u.test(here) && /[\d第零〇一二两三四五六七八九十百]/u.test(before);
}

function one(piece: Piece | undefined): readonly Piece[] | undefined {
  return piece && [piece];
}

function endOf(pieces: readonly Piece[]): number {
  return pieces.at(-1)?.end ?? 0;
}
