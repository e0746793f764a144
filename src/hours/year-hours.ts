import type { Cell, Column } from '../sheets/sheet.ts';
import type { Roster } from '../roster/roster-view.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { ReadYearPart } from '../year-book/year-part.ts';
import type { Coverage } from './coverage.ts';
import { fewestPeople } from './fewest-people.ts';
import type { Hours } from './hours.ts';

/** The credit hours of a year by branch, in the order of the roster: no names, and no order by figures. */
export function createYearHours(hours: Pick<Hours, 'coverageByUnit'>): ReadYearPart {
  return async (turn, year) => {
    const units = [...(await hours.coverageByUnit(turn, year))];
    const total = units.reduce((sum, [, { people }]) => sum + people, 0);
    const reached = units.reduce((sum, [, coverage]) => sum + coverage.reached, 0);
    return {
      figure: total === 0 ? '' : `学时达到 ${groupedNumber(reached)}/${groupedNumber(total)} 人`,
      sheet: {
        name: '学时',
        heading: [
          '人数是有目标的党员，离退和免提醒不算在内。按名册的次序，不排先后。',
          ...(units.length > 1 ? [`有目标的不到 ${fewestPeople} 人的单位不列数字，免得看出是谁。`] : []),
        ],
        columns,
        rows: units.map(([code, coverage]) => rowOf(code, coverage, turn.roster, units.length > 1)),
      },
    };
  };
}

const columns: readonly Column[] = [
  { title: '单位' },
  { title: '有目标的人数', kind: 'number' },
  { title: '达到目标', kind: 'number' },
  { title: '过半、没有达到', kind: 'number' },
  { title: '不到一半', kind: 'number' },
  { title: '学时合计', kind: 'number' },
  { title: '其中政治理论', kind: 'number' },
];

/** `amongOthers`: seen by officers above the branch. */
function rowOf(
  code: string,
  { people, reached, overHalf, underHalf, hours, theoryHours }: Coverage,
  roster: Roster,
  amongOthers: boolean,
): readonly Cell[] {
  const figures =
    amongOthers && people < fewestPeople ? [] : [reached, overHalf, underHalf, hours, theoryHours];
  return [roster.organisation(code)?.name ?? code, people, ...figures];
}
