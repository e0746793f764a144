import type { Flow } from '../library/flow.ts';
import { daysBetween, yearOf, type LocalDate } from '../time/local-date.ts';
import { takenBack } from './case.ts';
import type { ClosedCase, OpenCase } from './case-index.ts';
import type { CaseStore } from './case-store.ts';

/** Counts over cases: for registers and 统计 全部. They name nobody. */
export interface CaseFigures {
  /** For each flow in use, in the order of the files: begun and closed in the year, open now. */
  of(year: number, today: LocalDate): Promise<readonly FlowFigures[]>;
}

export interface FlowFigures {
  readonly flow: Pick<Flow, 'id' | 'name'>;
  readonly begun: number;
  readonly closed: number;
  /** Days from the beginning to the end of those that were closed; absent when none was. */
  readonly medianDays?: number;
  readonly open: number;
  /** Of the open ones, how many are so many days old. */
  readonly openByAge: Readonly<Record<CaseAge, number>>;
}

/** Up to a week, up to a month, up to a quarter, older. */
export const caseAges = ['7', '30', '90', 'older'] as const;
export type CaseAge = (typeof caseAges)[number];

export function createCaseFigures({
  flows,
  store,
}: {
  readonly flows: readonly Flow[];
  readonly store: Pick<CaseStore, 'allOpen' | 'allClosed'>;
}): CaseFigures {
  return {
    async of(year, today) {
      const [open, closed] = await Promise.all([store.allOpen(), store.allClosed()]);
      return flows.map((flow) =>
        figuresOf(
          flow,
          [...open.values()].filter((row) => row.flow === flow.id),
          [...closed.values()].filter((row) => row.flow === flow.id),
          { year, today },
        ),
      );
    },
  };
}

/** The figures of one flow's cases. */
function figuresOf(
  { id, name }: Pick<Flow, 'id' | 'name'>,
  open: readonly OpenCase[],
  closed: readonly ClosedCase[],
  { year, today }: { readonly year: number; readonly today: LocalDate },
): FlowFigures {
  const begunThen = ({ begunOn }: OpenCase | ClosedCase): boolean => yearOf(begunOn) === year;
  // What was taken back within ten minutes never was.
  const real = closed.filter(({ how }) => how !== takenBack);
  const closedThen = real.filter(({ closedOn }) => yearOf(closedOn) === year);
  const median = medianOf(closedThen.map(({ begunOn, closedOn }) => daysBetween(begunOn, closedOn)));
  const ages = open.map(({ begunOn }) => ageOf(daysBetween(begunOn, today)));
  return {
    flow: { id, name },
    begun: open.filter(begunThen).length + real.filter(begunThen).length,
    closed: closedThen.length,
    ...(median === undefined ? {} : { medianDays: median }),
    open: open.length,
    openByAge: {
      '7': countOf(ages, '7'),
      '30': countOf(ages, '30'),
      '90': countOf(ages, '90'),
      older: countOf(ages, 'older'),
    },
  };
}

function ageOf(days: number): CaseAge {
  return caseAges.find((age) => age === 'older' || days <= Number(age)) ?? 'older';
}

function countOf(ages: readonly CaseAge[], age: CaseAge): number {
  return ages.filter((one) => one === age).length;
}

function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
