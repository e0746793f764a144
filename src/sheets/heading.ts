import type { MergeRange, RowDef } from 'hucre';
import { textWidth } from './column-width.ts';

/** Where the lines above a table go: over which cells, and how high. */
interface HeadingPlace {
  readonly merges: MergeRange[];
  /** High enough for lines that need two rows of characters or more. By row, counted from 0. */
  readonly rowDefs: Map<number, RowDef>;
}

/**
 * Lines above a table go over all its columns, and over further ones where it is narrow, so that they can
 * be read and printed whole.
 */
export function headingPlace(heading: readonly string[], tableWidths: readonly number[]): HeadingPlace {
  const tableWidth = tableWidths.reduce((sum, width) => sum + width, 0);
  const further = Math.max(0, Math.ceil((upright - tableWidth) / emptyColumnWidth));
  const columns = tableWidths.length + further;
  const width = tableWidth + further * emptyColumnWidth;
  return {
    merges: heading.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: columns - 1 })),
    rowDefs: new Map(heading.map((line, row) => [row, { height: heightOf(line, row, width) }])),
  };
}

/** Half-width characters on an upright page. */
const upright = 84;
/** Of a column nobody has given a width, in half-width characters. */
const emptyColumnWidth = 8.43;

/** In points. */
function heightOf(line: string, row: number, width: number): number {
  if (row === 0) return 24;
  // Characters of a proportional font do not fill a row to its end.
  const rows = Math.ceil((textWidth(line, Number.POSITIVE_INFINITY) * 1.1) / width);
  return 16 * Math.max(rows, 1);
}
