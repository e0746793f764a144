import type { Column } from './columns.ts';
import type { Problem } from './problem.ts';
import type { RawSheet } from './roster-file.ts';
import { organisationKinds, type Organisation, type OrganisationKind } from './roster.ts';
import { createRowReader, type RowReader } from './row-reader.ts';
import { tableRows } from './table-rows.ts';

/** A row of 组织 as far as it could be read: the rules compare rows with mistakes in them too. */
export interface OrganisationRow {
  readonly row: number;
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly kind: OrganisationKind | undefined;
  readonly parent: string | undefined;
  readonly problems: readonly Problem[];
  /** Undefined when the row has an error. */
  readonly organisation: Organisation | undefined;
}

export interface OrganisationRows {
  readonly rows: readonly OrganisationRow[];
  /** See `TableRows`. */
  readonly missing: ReadonlySet<Column>;
  /** What is wrong with the sheet as a whole. */
  readonly problems: readonly Problem[];
}

export function organisationRows(sheet: RawSheet | undefined): OrganisationRows {
  const { rows, ...sheetWide } = tableRows('组织', sheet);
  return { ...sheetWide, rows: rows.map((row) => organisationRow(createRowReader('组织', row))) };
}

function organisationRow(reader: RowReader<'组织'>): OrganisationRow {
  const code = reader.required('编号', reader.code);
  const name = reader.required('名称', reader.text);
  const kind = reader.required('类型', (column) => reader.choice(column, organisationKinds));
  const parent = reader.code('上级编号');
  const termFrom = reader.date('届期起');
  const termUntil = reader.date('届期止');
  const officerSeats = reader.count('应配职数');

  if (termFrom !== undefined && termUntil !== undefined && termUntil < termFrom) {
    reader.error(`届期止 ${termUntil} 早于届期起 ${termFrom}。`);
  }

  const complete = code !== undefined && name !== undefined && kind !== undefined;
  const sound = complete && reader.problems.every(({ severity }) => severity !== 'error');
  const organisation = sound
    ? {
        code,
        name,
        kind,
        ...(parent !== undefined && { parent }),
        ...(termFrom !== undefined && { termFrom }),
        ...(termUntil !== undefined && { termUntil }),
        ...(officerSeats !== undefined && { officerSeats }),
      }
    : undefined;
  return { row: reader.row, code, name, kind, parent, problems: reader.problems, organisation };
}
