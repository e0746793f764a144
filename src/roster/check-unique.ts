import type { Column, SheetName } from './columns.ts';
import type { Problem } from './problem.ts';

/** What one row has in a column in which everything may occur only once. */
export interface UniqueEntry {
  readonly row: number;
  readonly text: string | undefined;
}

/** An error for each row that repeats an earlier one; `identity` says what counts as the same. */
export function checkUnique<Sheet extends SheetName>(
  sheet: Sheet,
  column: Column<Sheet>,
  entries: readonly UniqueEntry[],
  identity: (text: string) => string,
): readonly Problem[] {
  const first = new Map<string, UniqueEntry>();
  const problems: Problem[] = [];
  for (const { row, text } of entries) {
    if (text === undefined) continue;
    const earlier = first.get(identity(text));
    if (earlier === undefined) {
      first.set(identity(text), { row, text });
      continue;
    }
    const spelling = earlier.text === text ? '' : `（那里写作 ${earlier.text}，大小写不同也算同一个）`;
    problems.push({
      severity: 'error',
      sheet,
      row,
      message: `${column} ${text} 与第 ${earlier.row} 行重复${spelling}。`,
    });
  }
  return problems;
}
