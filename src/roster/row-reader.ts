import type { LocalDate } from '../time/local-date.ts';
import { cellDate } from './cell-date.ts';
import { cleanCode, cleanText } from './clean-text.ts';
import type { Column, SheetName } from './columns.ts';
import type { Problem } from './problem.ts';
import type { TableRow } from './table-rows.ts';

/**
 * Reads the cells of one row. Every reading gives the value, or undefined when the cell is empty or
 * wrong; what is wrong is kept as a problem of the row.
 */
export interface RowReader<Sheet extends SheetName> {
  readonly row: number;
  readonly problems: readonly Problem[];
  error(message: string): void;
  warning(message: string): void;
  /** What `read` gives; an empty cell is an error, unless the whole column is missing. */
  required<Value>(
    column: Column<Sheet>,
    read: (column: Column<Sheet>) => Value | undefined,
  ): Value | undefined;
  /** A name, as typed. */
  readonly text: (column: Column<Sheet>) => string | undefined;
  /** A code or an account; a number is its digits. */
  readonly code: (column: Column<Sheet>) => string | undefined;
  /** One of a few words. */
  choice<Word extends string>(column: Column<Sheet>, words: readonly Word[]): Word | undefined;
  /** Several of a few words, in the order of `words`. */
  choices<Word extends string>(column: Column<Sheet>, words: readonly Word[]): readonly Word[];
  /** Words separated by `；` `、` or `，`, each once. */
  list(column: Column<Sheet>): readonly string[];
  date(column: Column<Sheet>): LocalDate | undefined;
  /** A whole number from 0 to 99. */
  count(column: Column<Sheet>): number | undefined;
}

export function createRowReader<Sheet extends SheetName>(
  sheet: Sheet,
  row: TableRow<Sheet>,
): RowReader<Sheet> {
  const problems: Problem[] = [];
  const note = (severity: Problem['severity'], message: string) =>
    void problems.push({ severity, sheet, row: row.row, message });
  const error = (message: string) => note('error', message);

  /** The cell as text; undefined when it is empty or nothing that could be text. */
  function written(column: Column<Sheet>): string | undefined {
    const cell = row.cell(column);
    if (cell === null) return undefined;
    if (cell instanceof Date) {
      error(`${column}被 Excel 存成了日期。请把这一列的格式设为“文本”，再重新填写。`);
      return undefined;
    }
    if (typeof cell === 'number' && Math.abs(cell) >= exactDigits) {
      error(`${column}的数字太长，Excel 已经丢掉末尾几位。请把这一列的格式设为“文本”，再重新填写。`);
      return undefined;
    }

    const text = String(cell);
    if (formulaError.test(text)) {
      error(`${column}是公式错误 ${text}。请改成实际内容。`);
      return undefined;
    }
    if (text.length > longestText) {
      error(`${column}太长，超过 ${longestText} 个字。`);
      return undefined;
    }
    return text;
  }

  const text = (column: Column<Sheet>) => {
    const content = written(column);
    return content === undefined ? undefined : cleanText(content);
  };
  const code = (column: Column<Sheet>) => {
    const content = written(column);
    return content === undefined ? undefined : cleanCode(content);
  };
  const list = (column: Column<Sheet>) => {
    const words = (text(column) ?? '').split(separators).map((word) => cleanText(word));
    return [...new Set(words)].filter((word) => word !== '');
  };

  return {
    row: row.row,
    problems,
    error,
    warning: (message) => note('warning', message),

    required(column, read) {
      if (row.cell(column) === null && row.has(column)) error(`没有填写${column}。`);
      return read(column);
    },

    text,
    code,
    list,

    choice(column, words) {
      const content = code(column);
      const word = words.find((known) => known === content);
      if (content !== undefined && word === undefined) error(unknownWord(column, content, words));
      return word;
    },

    choices(column, words) {
      const chosen = list(column).map(cleanCode);
      for (const word of chosen) {
        if (!words.some((known) => known === word)) error(unknownWord(column, word, words));
      }
      return words.filter((word) => chosen.includes(word));
    },

    date(column) {
      const cell = row.cell(column);
      if (cell === null) return undefined;
      const date = cellDate(cell);
      if (date === undefined)
        error(`${column}“${shown(cell)}”不是有效的日期。请写成 2026-2-3 这样的年月日。`);
      return date;
    },

    count(column) {
      const content = code(column);
      if (content === undefined) return undefined;
      if (/^\d{1,2}$/.test(content)) return Number(content);
      error(`${column}“${content}”不是 0 到 99 的整数。例如：5`);
      return undefined;
    },
  };
}

/** Excel keeps 15 digits of a number. */
const exactDigits = 1e15;
/** Names are shown on phones; a longer text is one that slipped into the wrong column. */
const longestText = 200;
const formulaError = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;
const separators = /[;；、,，]/;

function unknownWord(column: string, word: string, words: readonly string[]): string {
  return `${column}“${word}”不认识。可以填：${words.join('、')}。`;
}

function shown(cell: string | number | boolean | Date): string {
  if (!(cell instanceof Date)) return cleanText(String(cell)).slice(0, longestText);
  return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
}
