import type { LocalDate } from '../time/local-date.ts';

/** One sheet of a workbook to be written: a table under its column titles. */
export interface Sheet {
  /** What its tab says; what Excel does not take in a name is replaced, and long names are cut. */
  readonly name: string;
  /** Lines above the table: first what it is, then whose figures, cut-off, by whom. */
  readonly heading?: readonly string[];
  /** None: a page of nothing but its heading. */
  readonly columns: readonly Column[];
  /** In each row as many cells as there are columns, or fewer. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly title: string;
  /** In half-width characters; made to fit its cells when left out. */
  readonly width?: number;
  /** How cells look that somebody fills in later; that of the first filled one when left out. */
  readonly kind?: CellKind;
  /** The only words the column may hold, offered to whoever fills it in. */
  readonly offers?: readonly string[];
}

/** What kinds of cells there are: text, number, day, and day with time. */
export type CellKind = 'text' | 'number' | 'day' | 'moment';

/** What a cell holds. Text stays text whatever it looks like; `undefined` leaves the cell empty. */
export type Cell = string | number | DayCell | undefined;

/** A real date of the spreadsheet, with the time when there is a minute (of the day). A LocalMoment is one. */
export interface DayCell {
  readonly date: LocalDate;
  readonly minute?: number;
}
