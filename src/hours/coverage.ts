import type { HoursStandard } from '../library/hours-standard.ts';

/** One person's year as far as figures need it. */
export interface PersonYear {
  /** Code of the branch, or of the organisation where there is none. */
  readonly unit: string;
  /** Absent for whom nothing is asked of. */
  readonly target: number | undefined;
  readonly hours: number;
  readonly theoryHours: number;
}

/** Counts over many people: no names, no order of persons or units. */
export interface Coverage {
  readonly standard: HoursStandard;
  /** People with a target. The next three add up to them. */
  readonly people: number;
  readonly reached: number;
  readonly overHalf: number;
  readonly underHalf: number;
  /** People of whom nothing is asked; in none of the figures above. */
  readonly spared: number;
  /** Hours of everybody together, spared or not. */
  readonly hours: number;
  readonly theoryHours: number;
  readonly units: UnitCoverage;
}

export interface UnitCoverage {
  /** Units with somebody who has a target. */
  readonly count: number;
  /** Units in which everybody with a target has reached it. */
  readonly complete: number;
  /** Units in which nobody has any hours. */
  readonly without: number;
  /** Units with hours, and those of them whose share of 政治理论 is below what is asked. */
  readonly withHours: number;
  readonly belowTheory: number;
}

export function coverageOf(people: readonly PersonYear[], standard: HoursStandard): Coverage {
  const asked = people.filter(({ target }) => target !== undefined);
  const reached = asked.filter(hasReached).length;
  const underHalf = asked.filter(({ hours, target = 0 }) => hours < target / 2).length;
  return {
    standard,
    people: asked.length,
    reached,
    overHalf: asked.length - reached - underHalf,
    underHalf,
    spared: people.length - asked.length,
    ...sumsOf(people),
    units: unitsOf(people, standard),
  };
}

/**
 * How many more hours of 政治理论 bring a share up to the percentage (below 100), when nothing else is added;
 * a whole or half number, 0 when it is there (mechanisms S2-07: a warning while there is still time to plan).
 */
export function missingTheory({ hours, theoryHours }: Sums, percent: number): number {
  if (theoryHours * 100 >= hours * percent) return 0;
  return Math.ceil(((hours * percent - theoryHours * 100) / (100 - percent)) * 2) / 2;
}

type Sums = Pick<PersonYear, 'hours' | 'theoryHours'>;

function sumsOf(people: readonly PersonYear[]): Sums {
  return {
    hours: people.reduce((sum, { hours }) => sum + hours, 0),
    theoryHours: people.reduce((sum, { theoryHours }) => sum + theoryHours, 0),
  };
}

function unitsOf(people: readonly PersonYear[], { theoryPercent = 0 }: HoursStandard): UnitCoverage {
  const units = [...membersByUnit(people).values()];
  const withTargets = units.filter((some) => some.some(({ target }) => target !== undefined));
  const withHours = units.map(sumsOf).filter(({ hours }) => hours > 0);
  return {
    count: withTargets.length,
    complete: withTargets.filter((some) => some.every((one) => one.target === undefined || hasReached(one)))
      .length,
    without: withTargets.filter((some) => sumsOf(some).hours === 0).length,
    withHours: withHours.length,
    belowTheory: withHours.filter((sums) => missingTheory(sums, theoryPercent) > 0).length,
  };
}

/** By the unit's code, in the order in which the units first occur. */
export function membersByUnit(people: readonly PersonYear[]): ReadonlyMap<string, readonly PersonYear[]> {
  const units = new Map<string, PersonYear[]>();
  for (const person of people) {
    const others = units.get(person.unit);
    if (others === undefined) units.set(person.unit, [person]);
    else others.push(person);
  }
  return units;
}

function hasReached({ hours, target }: PersonYear): boolean {
  return target !== undefined && hours >= target;
}
