/**
 * Cuts a text to at most `limit` bytes of UTF-8 (3 or more), never inside a character as people see it.
 * The cut shows as `…` and fits in the limit.
 */
export function cutBytes(text: string, limit: number): string {
  return Buffer.byteLength(text) <= limit ? text : cut(text, limit, countBytes);
}

/**
 * Cuts a text to at most `limit` characters (1 or more) as people see them: an emoji made of several
 * code points counts as one and is never cut apart. The cut shows as `…`, which counts as one.
 */
export function cutCharacters(text: string, limit: number): string {
  return text.length <= limit ? text : cut(text, limit, countSegment);
}

/** Number of characters as people see them, in the way `cutCharacters` counts. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const { segment } of segments(text)) count += countSegment(segment);
  return count;
}

/** A text as the characters people see. */
export function segments(text: string): Iterable<Intl.SegmentData> {
  return segmenter.segment(text);
}

function cut(text: string, limit: number, measure: (part: string) => number): string {
  const room = limit - measure('…');
  let used = 0;
  let kept = 0;
  for (const { segment, index } of segments(text)) {
    used += measure(segment);
    if (used <= room) kept = index + segment.length;
    if (used > limit) return `${text.slice(0, kept)}…`;
  }
  return text;
}

function countBytes(text: string): number {
  return Buffer.byteLength(text);
}

/** No emoji of Unicode is longer than this. Heaps of combining marks are, and count by their size. */
const unitsPerCharacter = 16;

function countSegment(segment: string): number {
  return Math.ceil(segment.length / unitsPerCharacter);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
