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
  /** Whether the sheet has the column. */
  has(column: Column<Sheet>): boolean;
}

export interface TableRows<Sheet extends SheetName> {
  readonly rows: readonly TableRow<Sheet>[];
  /** Columns that are needed and not there: nothing is to be concluded from their being empty. */
  readonly missing: ReadonlySet<Column>;
  /** What is wrong with the sheet as a whole. */
  readonly problems: readonly Problem[];
}

/**
 * Recognises the columns by the names in row 1 and gives the rows below that are not empty, also when
 * there are columns too many or too few, so that everything is told at once. Without names there are no
 * rows, only a problem. A sheet that could not be read has neither.
 */
export function tableRows<Sheet extends SheetName>(
  sheet: Sheet,
  raw: RawSheet | undefined,
): TableRows<Sheet> {
  if (raw === undefined) return { rows: [], missing: new Set(), problems: [] };

  const headers = (raw[0] ?? []).map((cell) => (cell === null ? '' : cleanCode(String(cell))));
  const { areNamed, missing, problems } = checkColumns(sheet, headers, raw);
  if (!areNamed) return { rows: [], missing, problems };

  // Of two columns with one name the first counts; the other has been reported.
  const places = new Map(headers.map((header, place) => [header, place] as const).toReversed());
  const rows = raw.flatMap((cells, index) =>
    index === 0 || cells.every(isEmptyCell) ? [] : tableRow<Sheet>(index + 1, cells, places),
  );
  const isEmpty: readonly Problem[] = rows.length > 0 ? [] : [{ severity: 'error', sheet, message: nothing }];
  return { rows, missing, problems: [...problems, ...isEmpty] };
}

const nothing = '列名下面没有内容。';

function tableRow<Sheet extends SheetName>(
  row: number,
  cells: readonly RawCell[],
  places: ReadonlyMap<string, number>,
): TableRow<Sheet> {
  return {
    row,
    has: (column) => places.has(column),
    cell(column) {
      const place = places.get(column);
      const cell = place === undefined ? null : (cells[place] ?? null);
      return isEmptyCell(cell) ? null : cell;
    },
  };
}
