import { setImmediate as breathe } from 'node:timers/promises';
import type { Cell as WrittenCell, CellStyle, CellValue, WriteSheet } from 'hucre';
import { columnTitleLook, kindOf, looks, noteLook, titleLook } from './cell-look.ts';
import { writtenText } from './cell-text.ts';
import { columnWidth } from './column-width.ts';
import { headingPlace } from './heading.ts';
import type { Cell, CellKind, Sheet } from './sheet.ts';
import { tableParts } from './table-parts.ts';

/**
 * A sheet as the library writes it: heading, then the column titles, bold, frozen and with a filter, then
 * the rows; set up to be printed. Long tables are prepared in slices of a few milliseconds.
 */
export async function worksheet(sheet: Sheet, name: string): Promise<WriteSheet> {
  const { heading = [], columns, rows } = sheet;
  const kinds = columns.map(({ kind }, column) => kind ?? usualKind(rows, column));
  const widths = columns.map(
    ({ title, width }, column) => width ?? columnWidth(title, firstCells(rows, column)),
  );

  const values: CellValue[][] = heading.map(() => []);
  const cells = new Map<string, Partial<WrittenCell>>();
  const dress = (row: number, column: number, text: string, style: CellStyle): void => {
    cells.set(`${row},${column}`, { value: writtenText(text), style });
  };
  for (const [row, line] of heading.entries()) dress(row, 0, line, row === 0 ? titleLook : noteLook);
  if (columns.length > 0) values.push([]);
  for (const [column, { title }] of columns.entries()) {
    dress(heading.length, column, title, columnTitleLook(kinds[column] ?? 'text'));
  }

  for (const [index, row] of rows.entries()) {
    if (index % slice === slice - 1) await breathe();
    for (const [column, cell] of row.entries()) {
      const kind = cell === undefined ? kinds[column] : kindOf(cell);
      if (kind !== kinds[column] && kind !== undefined) {
        cells.set(`${values.length},${column}`, { style: looks[kind] });
      }
    }
    values.push(columns.map((_, column) => valueOf(row[column])));
  }

  return {
    name,
    columns: widths.map((width, column) => ({ width, style: looks[kinds[column] ?? 'text'] })),
    rows: values,
    cells,
    ...headingPlace(heading, widths),
    ...tableParts(heading.length + 1, columns, rows.length),
  };
}

/** Rows between two breaths. */
const slice = 500;

function valueOf(cell: Cell): CellValue {
  if (cell === undefined) return null;
  if (typeof cell === 'string') return writtenText(cell);
  if (typeof cell === 'number') return cell;
  return new Date(Date.parse(`${cell.date}T00:00Z`) + (cell.minute ?? 0) * 60_000);
}

/** The kind of the first cell that is filled; others in the column get their look one by one. */
function usualKind(rows: Sheet['rows'], column: number): CellKind {
  for (const row of rows) {
    const cell = row[column];
    if (cell !== undefined) return kindOf(cell);
  }
  return 'text';
}

function firstCells(rows: Sheet['rows'], column: number): readonly Cell[] {
  return rows.slice(0, 500).map((row) => row[column]);
}
