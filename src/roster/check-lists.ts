import type { LocalDate } from '../time/local-date.ts';
import { accountKey } from './account.ts';
import { checkBelonging } from './check-belonging.ts';
import { checkHierarchy } from './check-hierarchy.ts';
import { checkOffices } from './check-offices.ts';
import { checkUnique } from './check-unique.ts';
import type { Column } from './columns.ts';
import { organisationRows, type OrganisationRow, type OrganisationRows } from './organisation-rows.ts';
import { personRows, type PersonRow } from './person-rows.ts';
import { inFileOrder, type Problem } from './problem.ts';
import type { RosterFile } from './roster-file.ts';
import type { RosterLists } from './roster.ts';

export interface CheckedLists {
  /** Everything there is to say, in the order of the file. */
  readonly problems: readonly Problem[];
  /** Absent when there is any error. */
  readonly lists?: RosterLists;
}

/** Applies all rules of contract §5 at once. `today` is the day of the import. */
export function checkLists(file: RosterFile, today: LocalDate): CheckedLists {
  const organisations = organisationRows(file.sheets.组织);
  const people = personRows(file.sheets.人员, today);

  const problems = inFileOrder([
    ...file.problems,
    ...organisations.problems,
    ...organisations.rows.flatMap((row) => row.problems),
    ...checkCodes(organisations.rows),
    ...(lacks(organisations, '编号', '上级编号') ? [] : checkHierarchy(organisations.rows)),
    ...people.problems,
    ...people.rows.flatMap((row) => row.problems),
    ...checkAccounts(people.rows),
    ...(lacks(organisations, '编号') ? [] : checkBelonging(people.rows, organisations.rows)),
    ...checkOffices(people.rows, organisations.rows),
  ]);
  if (problems.some(({ severity }) => severity === 'error')) return { problems };

  return {
    problems,
    lists: {
      organisations: organisations.rows.flatMap(({ organisation }) => organisation ?? []),
      people: people.rows.flatMap(({ person }) => person ?? []),
    },
  };
}

/** Whoever compares rows by a column that is missing would find fault with every one of them. */
function lacks({ missing }: OrganisationRows, ...columns: readonly Column<'组织'>[]): boolean {
  return columns.some((column) => missing.has(column));
}

function checkCodes(rows: readonly OrganisationRow[]): readonly Problem[] {
  const entries = rows.map(({ row, code }) => ({ row, text: code }));
  return checkUnique('组织', '编号', entries, (code) => code);
}

function checkAccounts(rows: readonly PersonRow[]): readonly Problem[] {
  const entries = rows.map(({ row, userid }) => ({ row, text: userid }));
  return checkUnique('人员', '账号', entries, accountKey);
}
