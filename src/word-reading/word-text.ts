import { unzipSync } from 'fflate';
import { wordLines } from './word-lines.ts';
import { wordNumbering } from './word-numbering.ts';

/**
 * What one reads in a `.docx` file: a line each paragraph and each row of a table, with the numbers that Word
 * puts before them. Throws when it is no such file, or larger than any that people write.
 */
export function wordText(document: Uint8Array): string {
  const { [bodyPart]: body, [numberingPart]: numbering } = unzipSync(document, {
    filter({ name, originalSize }) {
      if (name !== bodyPart && name !== numberingPart) return false;
      // No more than what is said here is unpacked, whatever is packed.
      if (originalSize > largestPart) throw new Error(`${name} has ${originalSize} bytes`);
      return true;
    },
  });
  if (body === undefined) throw new Error(`no ${bodyPart}`);
  return wordLines(body, wordNumbering(numbering)).join('\n');
}

const bodyPart = 'word/document.xml';
const numberingPart = 'word/numbering.xml';

/** In bytes. Ten thousand questions are about 20 MB of Word's XML. */
const largestPart = 32 * 1024 * 1024;
