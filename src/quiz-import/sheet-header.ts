import type { CellValue } from 'hucre';
import { adviceAt, errorAt, type ProblemInFile } from '../library/problem.ts';
import { columnNames, columnOf, type Column } from './columns.ts';

/** The row that names the columns. */
export interface SheetHeader {
  /** From 0. */
  readonly row: number;
  readonly places: ReadonlyMap<Column, number>;
  readonly problems: readonly ProblemInFile[];
}

/** Titles and remarks may stand above the names. */
const rowsAboveHeader = 10;

export function findSheetHeader(rows: readonly (readonly CellValue[])[]): SheetHeader | undefined {
  for (const [row, cells] of rows.slice(0, rowsAboveHeader + 1).entries()) {
    const names = cells.map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
    const columns = names.map(columnOf);
    if (!columns.includes('ask') || !columns.includes('answer')) continue;
    return { row, places: placesOf(columns), problems: problemsOf(row + 1, names, columns) };
  }
  return undefined;
}

function placesOf(columns: readonly (Column | undefined)[]): ReadonlyMap<Column, number> {
  return new Map(
    columns.flatMap((column, place) => (column === undefined ? [] : [[column, place] as const])),
  );
}

function problemsOf(
  line: number,
  names: readonly string[],
  columns: readonly (Column | undefined)[],
): ProblemInFile[] {
  const twice = columns.find((column, place) => column !== undefined && columns.indexOf(column) < place);
  const unused = names.filter((name, place) => name !== '' && columns[place] === undefined);
  return [
    ...(twice === undefined ? [] : [errorAt(line, `有两列都是${nameOf(twice)}，请留一列。`)]),
    ...(unused.length === 0 ? [] : [adviceAt(line, `没有用到的列：${unused.join('、')}。`)]),
  ];
}

function nameOf(column: Column): string {
  return column in columnNames ? columnNames[column as keyof typeof columnNames] : `选项 ${column}`;
}
