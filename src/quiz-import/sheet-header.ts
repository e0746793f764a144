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
    const upper = namesOf(cells);
    if (!isHeader(upper.map(columnOf))) continue;
    const lower = namesBelow(upper, rows[row + 1] ?? []);
    const names = lower ?? upper;
    const columns = names.map(columnOf);
    return {
      row: lower === undefined ? row : row + 1,
      places: placesOf(columns),
      problems: problemsOf(row + 1, names, columns),
    };
  }
  return undefined;
}

function namesOf(cells: readonly CellValue[]): readonly string[] {
  return cells.map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
}

function isHeader(columns: readonly (Column | undefined)[]): boolean {
  return columns.includes('ask') && columns.includes('answer');
}

/** A second row of names below a wide 选项: A, B, C, D. Undefined when the row is a question already. */
function namesBelow(upper: readonly string[], cells: readonly CellValue[]): readonly string[] | undefined {
  const lower = namesOf(cells);
  const written = lower.filter((name) => name !== '');
  if (written.length < 2 || written.some((name) => columnOf(name) === undefined)) return undefined;
  const width = Math.max(upper.length, lower.length);
  const names = Array.from({ length: width }, (_, place) => lower[place] || (upper[place] ?? ''));
  return isHeader(names.map(columnOf)) ? names : undefined;
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
