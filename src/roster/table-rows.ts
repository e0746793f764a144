import { cleanCode, cleanText } from './clean-text.ts';
import { columnsOf, optionalColumns, type Column, type SheetName } from './columns.ts';
import type { Problem } from './problem.ts';
import type { RawCell, RawSheet } from './roster-file.ts';

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
  const wrong = [
    ...missingColumns(sheet, headers),
    ...strangeColumns(sheet, headers),
    ...namelessColumns(raw, headers),
  ];
  if (wrong.length > 0)
    return { rows: [], problems: wrong.map(([row, message]) => error(sheet, message, row)) };

  const places = new Map(headers.map((header, place) => [header, place]));
  const rows = raw.flatMap((cells, index) =>
    index === 0 || cells.every(isEmpty) ? [] : tableRow<Sheet>(index + 1, cells, places),
  );
  return { rows, problems: rows.length > 0 ? [] : [error(sheet, '第 1 行下面没有内容。', 1)] };
}

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
      return isEmpty(cell) ? null : cell;
    },
  };
}

function error(sheet: SheetName, message: string, row: number): Problem {
  return { severity: 'error', sheet, row, message };
}

type Wrong = readonly [row: number, message: string];

function missingColumns(sheet: SheetName, headers: readonly string[]): Wrong[] {
  const missing = columnsOf[sheet].filter(
    (column) => !optionalColumns.has(column) && !headers.includes(column),
  );
  if (missing.length === 0) return [];
  const hint = missing.length === requiredCount(sheet) ? '第 1 行应当是列名。' : '';
  return [[1, `缺少这些列：${missing.join('、')}。${hint}`]];
}

function requiredCount(sheet: SheetName): number {
  return columnsOf[sheet].filter((column) => !optionalColumns.has(column)).length;
}

function strangeColumns(sheet: SheetName, headers: readonly string[]): Wrong[] {
  const known: readonly string[] = columnsOf[sheet];
  return headers.flatMap((header, place): Wrong[] => {
    if (header === '') return [];
    if (!known.includes(header)) return [[1, `不认识“${header}”这一列。可以有的列：${known.join('、')}。`]];
    return headers.indexOf(header) === place ? [] : [[1, `“${header}”这一列出现了两次。`]];
  });
}

/** The first content of each column that has no name: it would be lost without a word. */
function namelessColumns(raw: RawSheet, headers: readonly string[]): Wrong[] {
  const nameless = new Map<number, number>();
  for (const [index, cells] of raw.entries()) {
    for (const [place, cell] of cells.entries()) {
      if ((headers[place] ?? '') === '' && !isEmpty(cell) && !nameless.has(place))
        nameless.set(place, index + 1);
    }
  }
  return [...nameless].map(([place, row]) => [row, `第 ${place + 1} 列有内容，但第 1 行没有写列名。`]);
}

function isEmpty(cell: RawCell): boolean {
  return cell === null || (typeof cell === 'string' && cleanText(cell) === '');
}
