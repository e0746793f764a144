/** A table as text: a head and rows of cells, the first column to the left and the others to the right. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => width(cells[column] ?? ''))));
  const ruled = [head, widths.map((size) => '-'.repeat(size)), ...rows];
  return ruled
    .map((cells) =>
      widths
        .map((size, column) => padded(cells[column] ?? '', size, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function padded(cell: string, size: number, column: number): string {
  const blanks = ' '.repeat(size - width(cell));
  return column === 0 ? cell + blanks : blanks + cell;
}

/** In terminal columns: Chinese characters take two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0);
}
