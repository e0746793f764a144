import { groupedNumber } from '../wording/grouped-number.ts';

/** The first lines of a list, and how many are left out. */
export function firstLines(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const hidden = groupedNumber(lines.length - most);
  return [...lines.slice(0, most), `……还有 ${hidden} 条，加上 --verbose 全部列出`];
}
