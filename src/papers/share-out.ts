/**
 * How many of each column to take for each row: each row as many as it wants, no column more than it
 * has, no cell more than its capacity; `undefined` when that cannot be. For a paper rows are tags,
 * columns types of questions, and a cell's capacity is what the bank has of both.
 *
 * One at a time, along augmenting paths (Ford and Fulkerson): when a column is used up, another row gives
 * back what it can take elsewhere. So a bank that suffices is never refused.
 */
export function shareOut(
  rows: readonly number[],
  columns: readonly number[],
  capacity: readonly (readonly number[])[],
): readonly (readonly number[])[] | undefined {
  const taken = rows.map(() => columns.map(() => 0));
  const left = [...columns];

  for (const [row, wanted] of rows.entries()) {
    for (let had = 0; had < wanted; had += 1) {
      if (!takeOne(row, new Set())) return undefined;
    }
  }
  return taken;

  function takeOne(row: number, asked: Set<number>): boolean {
    asked.add(row);
    const open = columns.flatMap((_, column) =>
      valueAt(taken, row, column) < valueAt(capacity, row, column) ? [column] : [],
    );
    const free = mostLeft(open);
    if (free !== undefined) {
      left[free] = (left[free] ?? 0) - 1;
      add(row, free, 1);
      return true;
    }
    return open.some((column) =>
      rows.some((_, other) => {
        if (asked.has(other) || valueAt(taken, other, column) === 0 || !takeOne(other, asked)) return false;
        add(other, column, -1);
        add(row, column, 1);
        return true;
      }),
    );
  }

  /** From where most is left, so that the columns are used evenly. */
  function mostLeft(open: readonly number[]): number | undefined {
    const [most] = open.toSorted((a, b) => (left[b] ?? 0) - (left[a] ?? 0));
    return most !== undefined && (left[most] ?? 0) > 0 ? most : undefined;
  }

  function add(row: number, column: number, change: number): void {
    const cells = taken[row];
    if (cells !== undefined) cells[column] = (cells[column] ?? 0) + change;
  }
}

function valueAt(table: readonly (readonly number[])[], row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}
