/**
 * The two tables of a roster file and their columns (contract §5), in the order an export writes them.
 * A file may have its columns in any order.
 */
export const columnsOf = {
  组织: ['编号', '名称', '类型', '上级编号', '届期起', '届期止', '应配职数'],
  人员: ['账号', '姓名', '组织编号', '职务', '类别', '入党日期', '标签', '状态', '任职日期'],
} as const;

/** Name of a sheet in a workbook, and of a `.csv` file in a folder. */
export type SheetName = keyof typeof columnsOf;
export type Column<Sheet extends SheetName = SheetName> = (typeof columnsOf)[Sheet][number];

export const sheetNames = ['组织', '人员'] as const satisfies readonly SheetName[];

/** A sheet an export may begin with, to say what it is; an import passes over it. */
export const aboutSheet = '说明';

/** Columns a file may do without: everything in them is optional or has a default. */
export const optionalColumns: ReadonlySet<Column> = new Set([
  '届期起',
  '届期止',
  '应配职数',
  '入党日期',
  '标签',
  '状态',
  '任职日期',
]);
