import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Member, Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Desk } from './desk.ts';

/** One thing a member said, on its way to an answer. Everything that varies comes in as a value. */
export interface Turn {
  /** Identity of the delivery; the same again when the turn is run again after a crash. */
  readonly identity: string;
  readonly member: Member;
  /** The roster as it was when the turn was claimed. */
  readonly roster: Roster;
  /** The instant, in milliseconds since the epoch. */
  readonly at: number;
  readonly today: LocalDate;
  /** Minute of the local day, 0 to 1439. */
  readonly minute: number;
  readonly desk: Desk;
  /** Where the turn states what it changes; written in one step after the answer is known. */
  readonly work: UnitOfWork;
}
