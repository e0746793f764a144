import { dayFormat, momentFormat } from './cell-look.ts';
import type { Cell } from './sheet.ts';

/**
 * How wide a column has to be for its title and its first 500 cells, in half-width characters: 8 to 46.
 * What is longer goes on in the next line of its cell.
 */
export function columnWidth(title: string, cells: Iterable<Cell>): number {
  // The arrow of the filter stands beside the title.
  let widest = textWidth(title, broadest) + 3;
  for (const cell of cells) widest = Math.max(widest, cellWidth(cell) + 2);
  return Math.min(Math.max(widest, narrowest), broadest);
}

const narrowest = 8;
const broadest = 46;

function cellWidth(cell: Cell): number {
  if (cell === undefined) return 0;
  if (typeof cell === 'number') return String(cell).length;
  if (typeof cell === 'string')
    return Math.max(...cell.split('\n', 10).map((line) => textWidth(line, broadest)));
  return (cell.minute === undefined ? dayFormat : momentFormat).length;
}

/** In half-width characters, Chinese ones count as two; more than `most` is not counted. */
export function textWidth(text: string, most: number): number {
  let width = 0;
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) < 0x11_00 ? 1 : 2;
    if (width >= most) break;
  }
  return width;
}
