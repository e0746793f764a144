import type { BorderStyle, CellStyle, FontStyle } from 'hucre';
import type { Cell, CellKind } from './sheet.ts';

export function kindOf(cell: Exclude<Cell, undefined>): CellKind {
  if (typeof cell === 'object') return cell.minute === undefined ? 'day' : 'moment';
  return typeof cell === 'string' ? 'text' : 'number';
}

export const dayFormat = 'yyyy-mm-dd';
export const momentFormat = 'yyyy-mm-dd hh:mm';

/** Without it Excel turns 001 into 1 and `=1+1` into a formula as soon as somebody edits the cell. */
const textFormat = '@';

/** What Chinese Excel uses by itself; others take their own instead. */
export const font: FontStyle = { name: '等线', size: 11 };

const line: BorderStyle = { bottom: { style: 'thin', color: { rgb: 'D9D9D9' } } };

export const looks: Readonly<Record<CellKind, CellStyle>> = {
  text: { numFmt: textFormat, border: line, alignment: { vertical: 'center', wrapText: true } },
  number: { border: line, alignment: { vertical: 'center', horizontal: 'right' } },
  day: { numFmt: dayFormat, border: line, alignment: { vertical: 'center', horizontal: 'left' } },
  moment: { numFmt: momentFormat, border: line, alignment: { vertical: 'center', horizontal: 'left' } },
};

export const titleLook: CellStyle = {
  numFmt: textFormat,
  font: { ...font, bold: true, size: 14 },
  alignment: { vertical: 'center', wrapText: true },
};

export const noteLook: CellStyle = {
  numFmt: textFormat,
  font: { ...font, color: { rgb: '595959' } },
  alignment: { vertical: 'center', wrapText: true },
};

/** Above the cells of its column, as they are aligned. */
export function columnTitleLook(kind: CellKind): CellStyle {
  return {
    numFmt: textFormat,
    font: { ...font, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
    border: { bottom: { style: 'thin' } },
    alignment: {
      vertical: 'center',
      horizontal: kind === 'number' ? 'right' : 'left',
      wrapText: true,
    },
  };
}
