import type { Cell, Column as SheetColumn, Sheet } from '../sheets/sheet.ts';
import { workbook } from '../sheets/workbook.ts';
import { parseLocalDate } from '../time/local-date.ts';
import { aboutSheet, columnsOf, sheetNames, type Column, type SheetName } from './columns.ts';
import { memberKinds, memberStates, organisationKinds, type RosterLists } from './roster.ts';
import { sheetRows } from './sheet-cells.ts';

/**
 * A roster as the bytes of an `.xlsx` file (contract §5), made to be edited: codes stay text, days are
 * days, and columns with few possible words offer them. `about`: lines that say what the file is, on a
 * sheet of their own, which an import passes over.
 */
export async function rosterWorkbook(lists: RosterLists, about: readonly string[] = []): Promise<Uint8Array> {
  const rows = sheetRows(lists);
  const tables = sheetNames.map((sheet) => table(sheet, rows[sheet].slice(1)));
  if (about.length === 0) return workbook(tables);
  return workbook([{ name: aboutSheet, heading: about, columns: [], rows: [] }, ...tables]);
}

function table(sheet: SheetName, rows: readonly (readonly string[])[]): Sheet {
  const columns: readonly Column[] = columnsOf[sheet];
  return {
    name: sheet,
    columns: columns.map(columnLook),
    rows: rows.map((row) => row.map((text, place) => cellOf(text, columns[place]))),
  };
}

const dateColumns: ReadonlySet<Column | undefined> = new Set([
  '届期起',
  '届期止',
  '入党日期',
  '任职日期',
] as const);

const offered: Readonly<Partial<Record<Column, readonly string[]>>> = {
  类型: organisationKinds,
  类别: memberKinds,
  状态: memberStates,
};

const wideColumns: ReadonlySet<Column> = new Set(['名称', '账号', '职务', '标签']);

function columnLook(title: Column): SheetColumn {
  const offers = offered[title];
  return {
    title,
    width: wideColumns.has(title) ? 24 : 14,
    kind: dateColumns.has(title) ? 'day' : 'text',
    ...(offers === undefined ? {} : { offers }),
  };
}

function cellOf(text: string, column: Column | undefined): Cell {
  if (text === '') return undefined;
  const date = dateColumns.has(column) ? parseLocalDate(text) : undefined;
  return date === undefined ? text : { date };
}
