import { wordLines } from './word-lines.ts';
import { wordNumbering } from './word-numbering.ts';
import { zipEntry } from './zip-entry.ts';

/**
 * What one reads in a `.docx` file: a line each paragraph and each row of a table, with the numbers that Word
 * puts before them. Throws when it is no such file, or larger than any that people write.
 */
export function wordText(document: Uint8Array): string {
  const body = zipEntry(document, 'word/document.xml', largestPart);
  if (body === undefined) throw new Error('no word/document.xml');
  const numberOf = wordNumbering(zipEntry(document, 'word/numbering.xml', largestPart));
  return wordLines(body, numberOf).join('\n');
}

/** In bytes. Ten thousand questions are about 20 MB of Word's XML. */
const largestPart = 32 * 1024 * 1024;
