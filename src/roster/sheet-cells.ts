import { columnsOf, type Column, type SheetName } from './columns.ts';
import type { Organisation, Person, RosterLists } from './roster.ts';

/** The text of each column; empty where there is nothing. */
export type SheetCells<Sheet extends SheetName> = Readonly<Record<Column<Sheet>, string>>;

/** How an organisation is written in a roster file. */
export function organisationCells(organisation: Organisation): SheetCells<'组织'> {
  return {
    编号: organisation.code,
    名称: organisation.name,
    类型: organisation.kind,
    上级编号: organisation.parent ?? '',
    届期起: organisation.termFrom ?? '',
    届期止: organisation.termUntil ?? '',
    应配职数: organisation.officerSeats?.toString() ?? '',
  };
}

/** How a person is written in a roster file. */
export function personCells(person: Person): SheetCells<'人员'> {
  return {
    账号: person.userid,
    姓名: person.name,
    组织编号: person.organisation,
    职务: person.posts.join('；') || '党员',
    类别: person.kind,
    入党日期: person.joinedOn ?? '',
    标签: person.tags.join('；'),
    状态: person.state,
    任职日期: person.inPostSince ?? '',
  };
}

/** Both sheets as rows of text, the column names first. */
export function sheetRows({ organisations, people }: RosterLists): Readonly<Record<SheetName, string[][]>> {
  return {
    组织: [[...columnsOf.组织], ...organisations.map(organisationCells).map(inOrder(columnsOf.组织))],
    人员: [[...columnsOf.人员], ...people.map(personCells).map(inOrder(columnsOf.人员))],
  };
}

function inOrder<Name extends string>(columns: readonly Name[]): (cells: Record<Name, string>) => string[] {
  return (cells) => columns.map((column) => cells[column]);
}
