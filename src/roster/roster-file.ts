import { cleanText } from './clean-text.ts';
import type { SheetName } from './columns.ts';
import type { Problem } from './problem.ts';

/** A cell as the spreadsheet holds it. A `Date` is midnight UTC of the day shown. */
export type RawCell = string | number | boolean | Date | null;

/** Row 1 of the sheet is at index 0; rows may differ in length. */
export type RawSheet = readonly (readonly RawCell[])[];

/** What was read from a roster file, before any of it was understood. */
export interface RosterFile {
  /** A sheet that is missing or cannot be read is absent, and a problem says so. */
  readonly sheets: Readonly<Partial<Record<SheetName, RawSheet>>>;
  readonly problems: readonly Problem[];
}

/** Blanks and invisible characters count for nothing. */
export function isEmptyCell(cell: RawCell): boolean {
  return cell === null || (typeof cell === 'string' && cleanText(cell) === '');
}
