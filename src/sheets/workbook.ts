import type { Sheet } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { worksheet } from './worksheet.ts';
import { writeBytes } from './write-bytes.ts';

/**
 * Sheets as the bytes of an `.xlsx` file, made to be read, filtered and printed. Text cannot become a
 * formula, dates are dates and numbers are numbers. Nobody waits for a long one: it is prepared in slices
 * and written by a thread of its own.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const written = [];
  for (const [index, sheet] of sheets.entries()) {
    written.push(await worksheet(sheet, names[index] ?? sheet.name));
  }
  return writeBytes(written);
}
