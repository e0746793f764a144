import { parseCsv } from 'hucre';
import type { Page } from './draft.ts';
import { readSheet } from './read-sheet.ts';

/**
 * Reads questions that were copied out of a table, one a row: columns are separated by tabs, or in a `.csv`
 * by commas. Undefined when no row names the columns, so that the text is read as one.
 */
export function readTable(text: string, separators: readonly Separator[]): Page | undefined {
  for (const delimiter of separators) {
    if (!text.includes(delimiter)) continue;
    const rows = parseCsv(text, { delimiter });
    const page = readSheet({ name: '', rows });
    if (page !== undefined) return page;
  }
  return undefined;
}

export type Separator = '\t' | ',' | ';';
