import {
  colToLetter,
  writeXlsx,
  type CellValue,
  type ColumnDef,
  type DataValidation,
  type WriteSheet,
} from 'hucre';
import { columnsOf, sheetNames, type Column, type SheetName } from './columns.ts';
import { memberKinds, memberStates, organisationKinds, type RosterLists } from './roster.ts';
import { sheetRows } from './sheet-cells.ts';

/**
 * A roster as the bytes of an `.xlsx` file (contract §5), made to be edited: codes stay text, days are
 * days, and columns with few possible words offer them.
 */
export async function rosterWorkbook(lists: RosterLists): Promise<Uint8Array> {
  const rows = sheetRows(lists);
  return writeXlsx({ sheets: sheetNames.map((sheet) => worksheet(sheet, rows[sheet])) });
}

function worksheet(sheet: SheetName, rows: readonly (readonly string[])[]): WriteSheet {
  const columns: readonly Column[] = columnsOf[sheet];
  return {
    name: sheet,
    columns: columns.map(columnLook),
    rows: rows.map((row, index) =>
      row.map((text, place) => cellOf(text, index === 0 ? undefined : columns[place])),
    ),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((column, place) => offeredWords(column, place)),
  };
}

const dateColumns: ReadonlySet<Column> = new Set(['届期起', '届期止', '入党日期', '任职日期']);

const words: Readonly<Partial<Record<Column, readonly string[]>>> = {
  类型: organisationKinds,
  类别: memberKinds,
  状态: memberStates,
};

const wideColumns: ReadonlySet<Column> = new Set(['名称', '账号', '职务', '标签']);

function columnLook(column: Column): ColumnDef {
  const numFmt = dateColumns.has(column) ? 'yyyy-mm-dd' : textFormat;
  return { width: wideColumns.has(column) ? 24 : 14, numFmt };
}

/** Without it Excel turns a code such as 001 into 1 as soon as somebody edits the cell. */
const textFormat = '@';

function cellOf(text: string, column: Column | undefined): CellValue {
  if (text === '') return null;
  if (column !== undefined && dateColumns.has(column)) return new Date(`${text}T00:00Z`);
  return escapeCodes(text);
}

/** In a workbook `_x0041_` means the character A; the underscore itself is then written `_x005F_`. */
function escapeCodes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function offeredWords(column: Column, place: number): DataValidation[] {
  const values = words[column];
  if (values === undefined) return [];
  const letter = colToLetter(place);
  return [{ type: 'list', values: [...values], allowBlank: true, range: `${letter}2:${letter}20000` }];
}
