import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { TableBlock } from './document.ts';
import { tableText, writtenWidth } from './typography.ts';

/** A table as wide as the text, every cell framed. Rows are not torn apart between two pages. */
export function wordTable({ head, rows, shares }: TableBlock): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.floor((writtenWidth * share) / whole));
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: writtenWidth, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    rows: [
      ...(head === undefined ? [] : [rowOf(head, { tableHeader: true })]),
      ...rows.map((cells) => rowOf(cells, {})),
    ],
  });
}

function rowOf(cells: readonly string[], options: { readonly tableHeader?: true }): TableRow {
  return new TableRow({ ...options, cantSplit: true, children: cells.map(cellOf) });
}

function cellOf(text: string): TableCell {
  const { run, paragraph } = tableText;
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ ...paragraph, children: [new TextRun({ ...run, text })] })],
  });
}
