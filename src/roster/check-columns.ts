import { colToLetter } from 'hucre';
import { columnsOf, optionalColumns, type Column, type SheetName } from './columns.ts';
import type { Problem } from './problem.ts';
import { isEmptyCell, type RawSheet } from './roster-file.ts';

/** What was found out about the columns of a sheet. */
export interface CheckedColumns {
  /** Whether row 1 holds names of columns at all; without them nothing can be said about the rows below. */
  readonly areNamed: boolean;
  /** Needed and not there. */
  readonly missing: ReadonlySet<Column>;
  readonly problems: readonly Problem[];
}

/** `headers` are the clean names in row 1. */
export function checkColumns(sheet: SheetName, headers: readonly string[], raw: RawSheet): CheckedColumns {
  const error = (row: number, message: string): Problem => ({ severity: 'error', sheet, row, message });
  const required = columnsOf[sheet].filter((column) => !optionalColumns.has(column));
  const missing = required.filter((column) => !headers.includes(column));
  if (missing.length === required.length) {
    const problems = [error(1, `第 1 行应当是列名：${columnsOf[sheet].join('、')}。`)];
    return { areNamed: false, missing: new Set(missing), problems };
  }

  const problems = [
    ...(missing.length > 0 ? [error(1, `缺少这些列：${missing.join('、')}。`)] : []),
    ...strangeHeaders(sheet, headers).map((message) => error(1, message)),
    ...namelessColumns(headers, raw).map(({ row, message }) => error(row, message)),
  ];
  return { areNamed: true, missing: new Set(missing), problems };
}

function strangeHeaders(sheet: SheetName, headers: readonly string[]): readonly string[] {
  const known: readonly string[] = columnsOf[sheet];
  return headers.flatMap((header, place) => {
    if (header === '') return [];
    if (!known.includes(header)) return [`不认识“${header}”这一列。可以有的列：${known.join('、')}。`];
    return headers.indexOf(header) === place ? [] : [`“${header}”这一列出现了两次。`];
  });
}

/** The first content of each column that has no name: it would be lost without a word. */
function namelessColumns(headers: readonly string[], raw: RawSheet) {
  const firstRows = new Map<number, number>();
  for (const [index, cells] of raw.entries()) {
    for (const [place, cell] of cells.entries()) {
      const isNameless = (headers[place] ?? '') === '';
      if (isNameless && !isEmptyCell(cell) && !firstRows.has(place)) firstRows.set(place, index + 1);
    }
  }
  return [...firstRows].map(([place, row]) => ({
    row,
    message: `${colToLetter(place)} 列有内容，但第 1 行没有写列名。`,
  }));
}
