import type { Cell, CellValue } from 'hucre';
import { cleanLine } from './clean-line.ts';

/** A cell as its author saw it, or what is wrong with it. */
export type CellText = { readonly text: string } | { readonly wrong: string };

/** `detail` is what the workbook knows about the cell besides its value. */
export function cellText(value: CellValue, detail: Cell | undefined): CellText {
  if (value === null) {
    return detail?.formula === undefined ? { text: '' } : { wrong: '有一格公式没有保存结果，请改成文字。' };
  }
  if (value instanceof Date) {
    return { wrong: '有一格被 Excel 存成了日期，请把这一列的格式设为“文本”，再重新填写。' };
  }
  if (typeof value === 'boolean') return { text: value ? '对' : '错' };
  if (typeof value === 'number') return { text: numberText(value, detail?.style?.numFmt) };
  if (formulaError.test(value)) return { wrong: `有一格是公式错误 ${value}，请改成文字。` };
  if (value.length > longestCell) return { wrong: `有一格有 ${value.length} 个字，太长了。` };
  return { text: value.split('\n').map(cleanLine).join('\n').trim() };
}

/** Nothing in a question is longer, and some marks take time that grows with its square. */
const longestCell = 2000;

/** A rate such as 0.5% is stored as 0.005. */
function numberText(value: number, format: string | undefined): string {
  if (format?.includes('%') !== true) return String(value);
  return `${Number((value * 100).toPrecision(12))}%`;
}

const formulaError = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;
