import { setImmediate as breathe } from 'node:timers/promises';
import type { Cell as WrittenCell, CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre';
import { columnTitleLook, kindOf, looks, noteLook, titleLook } from './cell-look.ts';
import { writtenText } from './cell-text.ts';
import { columnWidth } from './column-width.ts';
import type { Cell, CellKind, Column, Sheet } from './sheet.ts';

/**
 * A sheet as the library writes it: heading, then the column titles, bold, frozen and with a filter, then
 * the rows; set up to be printed. Long tables are prepared in slices of a few milliseconds.
 */
export async function worksheet(sheet: Sheet, name: string): Promise<WriteSheet> {
  const { heading = [], columns, rows } = sheet;
  const values: CellValue[][] = [...heading.map(() => []), ...(columns.length === 0 ? [] : [[]])];
  const cells = new Map<string, Partial<WrittenCell>>();
  const dress = (row: number, place: number, text: string, style: CellStyle): void => {
    cells.set(`${row},${place}`, { value: writtenText(text), style });
  };
  for (const [row, line] of heading.entries()) dress(row, 0, line, row === 0 ? titleLook : noteLook);
  for (const [place, { title }] of columns.entries()) dress(heading.length, place, title, columnTitleLook);

  const kinds = columns.map(({ kind }, place) => kind ?? usualKind(rows, place));
  for (const [index, row] of rows.entries()) {
    if (index % slice === slice - 1) await breathe();
    for (const [place, cell] of row.entries()) {
      const kind = cell === undefined ? kinds[place] : kindOf(cell);
      if (kind !== kinds[place] && kind !== undefined) {
        cells.set(`${values.length},${place}`, { style: looks[kind] });
      }
    }
    values.push(row.map(valueOf));
  }

  return {
    name,
    columns: columns.map((column, place) => ({
      width: column.width ?? columnWidth(column.title, firstCells(rows, place)),
      style: looks[kinds[place] ?? 'text'],
    })),
    rows: values,
    cells,
    ...(columns.length === 0 ? {} : tableParts(heading.length + 1, columns, rows.length)),
    pageSetup: {
      ...(columns.length === 0 ? {} : { printTitlesRow: `$${heading.length + 1}:$${heading.length + 1}` }),
      paperSize: 'a4',
      orientation: columns.length > mostUpright ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  };
}

/** Rows between two breaths. */
const slice = 500;

/** More columns than this are printed across. */
const mostUpright = 6;

/** `titleRow`: the row of the column titles, as Excel counts. */
function tableParts(
  titleRow: number,
  columns: readonly Column[],
  rowCount: number,
): Pick<WriteSheet, 'freezePane' | 'autoFilter' | 'dataValidations'> {
  return {
    freezePane: { rows: titleRow },
    autoFilter: { range: `A${titleRow}:${letterOf(columns.length - 1)}${titleRow + rowCount}` },
    dataValidations: columns.flatMap(({ offers }, place) => {
      const range = `${letterOf(place)}${titleRow + 1}:${letterOf(place)}${titleRow + mostFilledIn}`;
      return offers === undefined ? [] : [wordsOffered(offers, range)];
    }),
  };
}

/** Words are offered to so many rows, also to those that are added later. */
const mostFilledIn = 20_000;

function wordsOffered(words: readonly string[], range: string): DataValidation {
  return { type: 'list', values: [...words], allowBlank: true, range };
}

function valueOf(cell: Cell): CellValue {
  if (cell === undefined) return null;
  if (typeof cell === 'string') return writtenText(cell);
  if (typeof cell === 'number') return cell;
  return new Date(Date.parse(`${cell.date}T00:00Z`) + (cell.minute ?? 0) * 60_000);
}

/** The kind of the first cell that is filled; others in the column get their look one by one. */
function usualKind(rows: Sheet['rows'], place: number): CellKind {
  for (const row of rows) {
    const cell = row[place];
    if (cell !== undefined) return kindOf(cell);
  }
  return 'text';
}

function firstCells(rows: Sheet['rows'], place: number): readonly Cell[] {
  return rows.slice(0, 500).map((row) => row[place]);
}

/** `A`, `B`, … `Z`, `AA`: as Excel calls its columns, counted from 0. */
function letterOf(place: number): string {
  const last = String.fromCodePoint(0x41 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}
