import { accountKey } from './account.ts';
import { columnsOf, type Column, type SheetName } from './columns.ts';
import type { Organisation, Person, RosterLists } from './roster.ts';
import { organisationCells, personCells, type SheetCells } from './sheet-cells.ts';

/** What replacing one roster by another changes. The order of rows counts for nothing. */
export interface RosterDifference {
  readonly organisations: {
    readonly added: readonly Organisation[];
    readonly removed: readonly Organisation[];
    readonly changed: readonly Change<Organisation, '组织'>[];
  };
  readonly people: {
    readonly joined: readonly Person[];
    readonly left: readonly Person[];
    readonly changed: readonly Change<Person, '人员'>[];
  };
}

interface Change<Value, Sheet extends SheetName> {
  readonly before: Value;
  readonly after: Value;
  readonly columns: readonly ColumnChange<Sheet>[];
}

export interface ColumnChange<Sheet extends SheetName> {
  readonly column: Column<Sheet>;
  /** As in the file; empty when there was nothing. */
  readonly before: string;
  readonly after: string;
}

export function rosterDifference(before: RosterLists, after: RosterLists): RosterDifference {
  const organisations = compare(before.organisations, after.organisations, ({ code }) => code);
  const people = compare(before.people, after.people, ({ userid }) => accountKey(userid));
  return {
    organisations: {
      added: organisations.added,
      removed: organisations.removed,
      changed: organisations.kept.flatMap((pair) => changeOf('组织', pair, organisationCells)),
    },
    people: {
      joined: people.added,
      left: people.removed,
      changed: people.kept.flatMap((pair) => changeOf('人员', pair, personCells)),
    },
  };
}

export function isSame({ organisations, people }: RosterDifference): boolean {
  return [...Object.values(organisations), ...Object.values(people)].every((list) => list.length === 0);
}

interface Pair<Value> {
  readonly before: Value;
  readonly after: Value;
}

interface Comparison<Value> {
  readonly added: readonly Value[];
  readonly removed: readonly Value[];
  readonly kept: readonly Pair<Value>[];
}

function compare<Value>(
  before: readonly Value[],
  after: readonly Value[],
  identity: (value: Value) => string,
): Comparison<Value> {
  const earlier = new Map(before.map((value) => [identity(value), value]));
  const later = new Set(after.map(identity));
  const added: Value[] = [];
  const kept: Pair<Value>[] = [];
  for (const value of after) {
    const former = earlier.get(identity(value));
    if (former === undefined) added.push(value);
    else kept.push({ before: former, after: value });
  }
  return { added, kept, removed: before.filter((value) => !later.has(identity(value))) };
}

/** Both as their rows in the file, so that no column can be forgotten. Empty when nothing changed. */
function changeOf<Value, Sheet extends SheetName>(
  sheet: Sheet,
  pair: Pair<Value>,
  cellsOf: (value: Value) => SheetCells<Sheet>,
): Change<Value, Sheet>[] {
  const before = cellsOf(pair.before);
  const after = cellsOf(pair.after);
  const names: readonly Column<Sheet>[] = columnsOf[sheet];
  const columns = names
    .filter((column) => before[column] !== after[column])
    .map((column) => ({ column, before: before[column], after: after[column] }));
  return columns.length === 0 ? [] : [{ ...pair, columns }];
}
