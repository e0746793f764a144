import type { WriteOptions, WriteSheet } from 'hucre';
import { font } from './cell-look.ts';

/**
 * Worksheets as the bytes of an `.xlsx` file. The library writes them in one go, 10,000 rows of ten cells
 * in some 100 ms; so what is long is written by a thread, which takes longer and lets all others talk.
 */
export async function writeBytes(sheets: readonly WriteSheet[]): Promise<Uint8Array> {
  const options: WriteOptions = {
    sheets: [...sheets],
    properties: { creator: '支部助手' },
    defaultFont: font,
  };
  const cells = sheets.reduce(
    (sum, { rows = [], columns = [] }) => sum + rows.length * Math.max(columns.length, 1),
    0,
  );
  // Loaded by the first workbook, so that they cost the start nothing.
  if (cells > mostAtOnce) return (await import('./write-apart.mjs')).writeApart(options);
  return (await import('hucre')).writeXlsx(options);
}

/** About 10 ms of work; a thread takes some 100 ms to start. */
const mostAtOnce = 10_000;
