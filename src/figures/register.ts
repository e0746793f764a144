import type { Turn } from '../chat/turn.ts';
import { caseAges, type CaseAge, type CaseFigures, type FlowFigures } from '../flows/case-figures.ts';
import type { Notices } from '../notices/notices.ts';
import { yearOf } from '../time/local-date.ts';
import type { Zone } from '../time/zone.ts';

/** What the committee reports at the end of a year anyway: counts of what was done, never of persons. */
export interface Register {
  /** This year's, for 统计 全部. */
  of(turn: Turn): Promise<RegisterFigures>;
}

export interface RegisterFigures {
  readonly year: number;
  /** Notices that went out in the year and were not taken back. */
  readonly notices: number;
  /** The kinds of case with anything to tell, in the order of their files. */
  readonly flows: readonly FlowFigures[];
  /** Of all kinds together, how many open cases are so old. */
  readonly openByAge: Readonly<Record<CaseAge, number>>;
}

export interface RegisterParts {
  readonly notices: Pick<Notices, 'latest'>;
  readonly caseFigures: CaseFigures;
  readonly zone: Zone;
}

export function createRegister({ notices, caseFigures, zone }: RegisterParts): Register {
  return {
    async of(turn) {
      const year = yearOf(turn.today);
      const [all, flows] = await Promise.all([
        notices.latest(turn, Number.POSITIVE_INFINITY),
        caseFigures.of(year, turn.today),
      ]);
      const sent = all.filter(
        ({ life }) => life.state === 'sent' && yearOf(zone.localAt(life.at).date) === year,
      );
      const sumOf = (age: CaseAge): number => flows.reduce((sum, flow) => sum + flow.openByAge[age], 0);
      return {
        year,
        notices: sent.length,
        flows: flows.filter(({ begun, closed, open }) => begun + closed + open > 0),
        openByAge: Object.fromEntries(caseAges.map((age) => [age, sumOf(age)])) as Record<CaseAge, number>,
      };
    },
  };
}
