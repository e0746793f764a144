import type { Roster } from '../roster/roster-view.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';

/** One thing an officer may do this week, with the line that does it. */
export interface ToDo {
  /** By when; the most urgent ones are told. */
  readonly due: LocalDate;
  /** In a few words: `11月主题党日，11月30日前`. */
  readonly text: string;
  /** A whole line, or one with … for what only the officer knows. */
  readonly line: string;
}

/** Somebody who gets the brief, for the organisation they lead. */
export interface Briefed {
  readonly officer: Person;
  readonly organisation: Organisation;
}

/** When it is read, and by which roster. */
export interface BriefedAround {
  readonly roster: Roster;
  readonly at: number;
  readonly today: LocalDate;
}

/** One domain's share in the brief: for each of these officers what there is to be done, in their order. */
export type ToDoSource = (
  briefed: readonly Briefed[],
  around: BriefedAround,
) => Promise<readonly (readonly ToDo[])[]>;
