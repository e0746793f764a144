import type { Roster } from '../roster/roster-view.ts';
import { peopleOf, unitOf } from './contest-scope.ts';
import type { Contest } from './contest.ts';
import { countRight, hasAnswered, type Entry } from './entry.ts';

/** What a contest came to: sums of branches, nobody's own. Kept for ever. */
export interface ContestResult {
  /** Indexes of the questions that were withdrawn from the bank meanwhile; they do not count. */
  readonly withdrawn: readonly number[];
  /** How many questions count. */
  readonly questions: number;
  /** In the order of the roster. */
  readonly units: readonly UnitScore[];
  /** Party members on the roster of the scope, and how many of them answered something. */
  readonly people: number;
  readonly tookPart: number;
}

export interface UnitScore {
  readonly code: string;
  readonly name: string;
  /** Right answers of all its members together. */
  readonly right: number;
  /** All its party members, whether they took part or not. */
  readonly people: number;
}

export interface ScoringParts {
  readonly contest: Contest;
  /** By userid in lower case. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly roster: Roster;
  readonly withdrawn: readonly number[];
}

/**
 * A branch's score is its average over the whole roster: right answers ÷ (party members × questions). So
 * a small branch can win, and staying away does not help. Time plays no part.
 */
export function scoreContest({ contest, entries, roster, withdrawn }: ScoringParts): ContestResult {
  const counts = (index: number): boolean => !withdrawn.includes(index);
  const people = peopleOf(contest, roster);
  const units = new Map<string, UnitScore>();
  let tookPart = 0;

  for (const person of people) {
    const unit = unitOf(contest, person, roster);
    if (unit === undefined) continue;
    const { code, name } = unit;
    const entry = entries.get(person.userid.toLowerCase());
    const before = units.get(code) ?? { code, name, right: 0, people: 0 };
    const right = before.right + (entry === undefined ? 0 : countRight(entry, counts));
    units.set(code, { ...before, right, people: before.people + 1 });
    if (entry !== undefined && hasAnswered(entry)) tookPart += 1;
  }
  return {
    withdrawn,
    questions: contest.questions.length - withdrawn.length,
    units: [...units.values()],
    people: people.length,
    tookPart,
  };
}

/** Those whose score may be shown, the best first. A unit of one is a person, and nobody's own score is shown. */
export function comparedUnits({ units }: ContestResult): readonly UnitScore[] {
  return units.filter(({ people }) => people > 1).toSorted(byScore);
}

/** Whether two units did equally well: compared in whole numbers, so that no rounding decides. */
export function isTie(a: UnitScore, b: UnitScore): boolean {
  return byScore(a, b) === 0;
}

function byScore(a: UnitScore, b: UnitScore): number {
  return b.right * a.people - a.right * b.people;
}

/** All questions that count were answered right. */
export function isAllRight(entry: Entry, { withdrawn, questions }: ContestResult): boolean {
  return questions > 0 && countRight(entry, (index) => !withdrawn.includes(index)) === questions;
}
