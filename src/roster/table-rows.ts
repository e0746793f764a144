import { checkColumns } from './check-columns.ts';
import { cleanCode } from './clean-text.ts';
import type { Column, SheetName } from './columns.ts';
import type { Problem } from './problem.ts';
import { isEmptyCell, type RawCell, type RawSheet } from './roster-file.ts';

/** One row of a sheet whose columns have been recognised. */
export interface TableRow<Sheet extends SheetName> {
  /** As Excel counts. */
  readonly row: number;
  /** Null when the cell is empty or the column is left out. */
  cell(column: Column<Sheet>): RawCell;
}

export interface TableRows<Sheet extends SheetName> {
  readonly rows: readonly TableRow<Sheet>[];
  readonly problems: readonly Problem[];
}

/**
 * Recognises the columns by the names in row 1 and gives the rows below that are not empty. Without
 * the right columns there are no rows, only problems. A sheet that could not be read has neither.
 */
export function tableRows<Sheet extends SheetName>(
  sheet: Sheet,
  raw: RawSheet | undefined,
): TableRows<Sheet> {
  if (raw === undefined) return { rows: [], problems: [] };

  const headers = (raw[0] ?? []).map((cell) => (cell === null ? '' : cleanCode(String(cell))));
  const problems = checkColumns(sheet, headers, raw);
  if (problems.length > 0) return { rows: [], problems };

  const places = new Map(headers.map((header, place) => [header, place]));
  const rows = raw.flatMap((cells, index) =>
    index === 0 || cells.every(isEmptyCell) ? [] : tableRow<Sheet>(index + 1, cells, places),
  );
  return { rows, problems: rows.length > 0 ? [] : [{ severity: 'error', sheet, message: nothing }] };
}

const nothing = '列名下面没有内容。';

function tableRow<Sheet extends SheetName>(
  row: number,
  cells: readonly RawCell[],
  places: ReadonlyMap<string, number>,
): TableRow<Sheet> {
  return {
    row,
    cell(column) {
      const place = places.get(column);
      const cell = place === undefined ? null : (cells[place] ?? null);
      return isEmptyCell(cell) ? null : cell;
    },
  };
}
