import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Exported } from '../exports/export-answer.ts';
import { yearOf } from '../time/local-date.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { ReadYearPart } from './year-part.ts';

/** 导出 台账 2026: a year of the organisations an officer answers for, a sheet from each domain. */
export interface YearBook {
  /** The year of today when none is given. Throws a Refusal for one that has not begun. */
  export(turn: Turn, year: number | undefined): Promise<Exported>;
}

/** `parts`: in the order of the sheets. */
export function createYearBook(parts: readonly ReadYearPart[]): YearBook {
  return {
    async export(turn, wanted) {
      const thisYear = yearOf(turn.today);
      const year = wanted ?? thisYear;
      if (year > thisYear) {
        throw new Refusal(`${year} 年还没有开始，没有台账。例如：导出 台账 ${thisYear}`);
      }
      const [top, ...below] = turn.roster.scopeOf(turn.member);
      if (top === undefined) throw new Refusal('您现在没有负责的组织，没有台账可以导出。');

      const read = await Promise.all(parts.map((part) => part(turn, year)));
      return {
        title: `${top.name} ${year} 年台账`,
        scope: below.length === 0 ? top.name : `${top.name}和下面的 ${groupedNumber(below.length)} 个组织`,
        figures: read.flatMap(({ figure }) => (figure === '' ? [] : [figure])).join('，'),
        subject: `台账 ${year}`,
        sheets: read.map(({ sheet }) => sheet),
      };
    },
  };
}
