import { cleanText } from './clean-text.ts';
import { segments } from './text-length.ts';

/**
 * Splits a text that is too long for one message (2,048 bytes, protocol §4.2.1) into numbered parts of
 * at most 2,000 bytes: at the end of a line where there is one, else between two characters.
 */
export function splitText(text: string): readonly string[] {
  const clean = cleanText(text);
  if (Buffer.byteLength(clean) <= messageLimit) return [clean];
  const parts = cutIntoParts(clean);
  return parts.map((part, index) => `（${index + 1}/${parts.length}）\n${part}`);
}

const messageLimit = 2048;
/** 2,000 bytes less a number such as `（3/12）` and its line end. */
const partLimit = 1980;

function cutIntoParts(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;

  for (const { segment } of segments(text)) {
    // A heap of combining marks can be one "character" of any size.
    const shown = Buffer.byteLength(segment) > partLimit ? '…' : segment;
    const size = Buffer.byteLength(shown);
    while (bytes + size > partLimit) {
      const lineEnd = part.lastIndexOf('\n');
      const end = lineEnd > part.length / 2 ? lineEnd : part.length;
      parts.push(part.slice(0, end));
      part = part.slice(end).replace(/^\n+/, '');
      bytes = Buffer.byteLength(part);
    }
    part += shown;
    bytes += size;
  }
  parts.push(part);
  return parts.map((each) => each.replace(/^\n+|\n+$/g, '')).filter((each) => each !== '');
}
