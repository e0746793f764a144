import type { SheetName } from './columns.ts';

/** Something the person who made a roster file should know. With any error nothing is imported. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Absent when it concerns the whole file. */
  readonly sheet?: SheetName;
  /** As Excel counts: the line of column names is row 1. Absent when it concerns the whole sheet. */
  readonly row?: number;
  /** A Chinese sentence that says what is wrong and, where it helps, what would be right. */
  readonly message: string;
}

/** One line of the list, e.g. `人员 第 14 行：组织编号 B7 不在组织表中。` */
export function problemLine({ sheet, row, message }: Problem): string {
  if (sheet === undefined) return message;
  if (row === undefined) return `${sheet}：${message}`;
  return `${sheet} 第 ${row} 行：${message}`;
}

/** In the order of the file: the whole file first, then sheet by sheet from top to bottom. */
export function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => sheetPlace(a) - sheetPlace(b) || (a.row ?? 0) - (b.row ?? 0));
}

function sheetPlace({ sheet }: Problem): number {
  if (sheet === undefined) return 0;
  return sheet === '组织' ? 1 : 2;
}
