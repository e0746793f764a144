import { shortened } from '../wording/shortened.ts';
import { plainText } from './markdown.ts';

/** What fits on a card below its title, with a little room to spare (protocol §4.3: 160). */
export const longestSummary = 150;

/**
 * What stands before the first heading, as a card shows it: whole paragraphs without their marks, as many
 * as fit. Only a first paragraph that is too long by itself is cut, visibly. A last paragraph that ends in
 * a colon announces something that did not fit and is left out.
 */
export function summarise(body: string): string {
  const [first = '', ...others] = plainText(openingOf(body)).split('\n');
  const paragraphs = [shortened(first, longestSummary)];
  for (const paragraph of others) {
    if (lengthOf([...paragraphs, paragraph].join('\n')) > longestSummary) break;
    paragraphs.push(paragraph);
  }
  while (paragraphs.length > 1 && paragraphs.at(-1)?.endsWith('：')) paragraphs.pop();
  return paragraphs.join('\n');
}

/** The lines before the first heading; a heading at the very beginning does not count. */
function openingOf(body: string): string {
  const lines = body.trim().split('\n');
  const start = lines.findIndex((line) => line.trim() !== '' && !isHeading(line));
  const end = lines.findIndex((line, index) => index > start && isHeading(line));
  return lines.slice(Math.max(start, 0), end === -1 ? undefined : end).join('\n');
}

/** `# 标题`, or a line that is bold as a whole. */
function isHeading(line: string): boolean {
  return /^\s*(?:#{1,6}\s|\*\*[^*]+\*\*\s*$)/.test(line);
}

/** In characters as people count them, not UTF-16 units. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
