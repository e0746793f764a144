import type { Column, SheetName } from './columns.ts';
import type { ColumnChange, RosterDifference } from './difference.ts';
import { firstLines } from './first-lines.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { roleOfPosts } from './role.ts';
import type { Organisation, Person, RosterLists } from './roster.ts';
import { personCells } from './sheet-cells.ts';

export interface DifferenceTextOptions {
  readonly before: RosterLists;
  readonly after: RosterLists;
  /** How many lines each list may have. */
  readonly linesPerList: number;
}

/**
 * A difference as lines for the operator: the counts, then who gains or loses rights, then all lists,
 * each cut to `linesPerList`.
 */
export function differenceText(
  difference: RosterDifference,
  options: DifferenceTextOptions,
): readonly string[] {
  const { organisations, people } = difference;
  const { before, after, linesPerList } = options;
  const nameOf = namesOf(before, after);
  const list = (title: string, lines: readonly string[]) => listText(title, lines, linesPerList);

  return [
    `组织 ${number(after.organisations)} 个：新增 ${number(organisations.added)}，撤销 ${number(organisations.removed)}，改动 ${number(organisations.changed)}`,
    `人员 ${number(after.people)} 人：新增 ${number(people.joined)}，离开 ${number(people.left)}，改动 ${number(people.changed)}`,
    ...list('权限变化', rightsLines(difference, nameOf)),
    ...list('新增组织', organisations.added.map(organisationLine)),
    ...list('撤销组织', organisations.removed.map(organisationLine)),
    ...list(
      '改动组织',
      organisations.changed.map(
        ({ after: organisation, columns }) =>
          `${organisationLine(organisation)}：${columnsText(columns, nameOf)}`,
      ),
    ),
    ...list(
      '新增人员',
      people.joined.map((person) => personLine(person, nameOf)),
    ),
    ...list(
      '离开人员',
      people.left.map((person) => personLine(person, nameOf)),
    ),
    ...list(
      '改动人员',
      people.changed.map(
        ({ after: person, columns }) => `${personLine(person, nameOf)}：${columnsText(columns, nameOf)}`,
      ),
    ),
  ];
}

type NameOf = (code: string) => string;

function namesOf(before: RosterLists, after: RosterLists): NameOf {
  const organisations = [...before.organisations, ...after.organisations];
  const names = new Map(organisations.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

function number(list: readonly unknown[]): string {
  return groupedNumber(list.length);
}

function listText(title: string, lines: readonly string[], most: number): readonly string[] {
  if (lines.length === 0) return [];
  return [`${title} ${number(lines)}：`, ...firstLines(lines, most).map((line) => `  ${line}`)];
}

function organisationLine({ code, name, kind }: Organisation): string {
  return `${code} ${name}（${kind}）`;
}

function personLine({ name, userid, organisation }: Person, nameOf: NameOf): string {
  return `${name}（${userid}，${nameOf(organisation)}）`;
}

/** Whoever gets or loses more than everybody may do: the lines to read before confirming. */
function rightsLines({ people }: RosterDifference, nameOf: NameOf): readonly string[] {
  const line = (person: Person, change: string) => `${personLine(person, nameOf)}：${change}`;
  return [
    ...people.joined.filter(hasRights).map((person) => line(person, `新增为${postsOf(person)}`)),
    ...people.changed
      .filter(({ before, after }) => roleOfPosts(before.posts) !== roleOfPosts(after.posts))
      .map(({ before, after }) => line(after, `${postsOf(before)} → ${postsOf(after)}`)),
    ...people.left.filter(hasRights).map((person) => line(person, `原为${postsOf(person)}，离开`)),
  ];
}

function hasRights({ posts }: Person): boolean {
  return roleOfPosts(posts) !== 'member';
}

/** As the file has them: a 委员 may do what a 书记 may, and is none. */
function postsOf(person: Person): string {
  return personCells(person).职务;
}

function columnsText(columns: readonly ColumnChange<SheetName>[], nameOf: NameOf): string {
  return columns
    .map(({ column, before, after }) => {
      const show = (text: string) => shown(column, text, nameOf);
      return `${column} ${show(before)} → ${show(after)}`;
    })
    .join('；');
}

function shown(column: Column, text: string, nameOf: NameOf): string {
  if (text === '') return '（空）';
  return column === '组织编号' || column === '上级编号' ? `${text} ${nameOf(text)}` : text;
}
