import type { CellStyle } from 'hucre';
import type { Cell, CellKind } from './sheet.ts';

export function kindOf(cell: Exclude<Cell, undefined>): CellKind {
  if (typeof cell === 'object') return cell.minute === undefined ? 'day' : 'moment';
  return typeof cell === 'string' ? 'text' : 'number';
}

export const dayFormat = 'yyyy-mm-dd';
export const momentFormat = 'yyyy-mm-dd hh:mm';

/** Without it Excel turns 001 into 1 and `=1+1` into a formula as soon as somebody edits the cell. */
const textFormat = '@';

export const looks: Readonly<Record<CellKind, CellStyle>> = {
  text: { numFmt: textFormat, alignment: { vertical: 'top', wrapText: true } },
  number: { alignment: { vertical: 'top' } },
  day: { numFmt: dayFormat, alignment: { vertical: 'top', horizontal: 'left' } },
  moment: { numFmt: momentFormat, alignment: { vertical: 'top', horizontal: 'left' } },
};

export const titleLook: CellStyle = { numFmt: textFormat, font: { bold: true, size: 14 } };
export const noteLook: CellStyle = { numFmt: textFormat, font: { color: { rgb: '595959' } } };
export const columnTitleLook: CellStyle = {
  numFmt: textFormat,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
  border: { bottom: { style: 'thin' } },
  alignment: { vertical: 'center', wrapText: true },
};
