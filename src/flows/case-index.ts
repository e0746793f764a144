import type { LocalDate } from '../time/local-date.ts';

/** What the list of open cases says of one: enough to find, remind of and count it without reading it. */
export interface OpenCase {
  readonly state: 'open';
  /** The id of its flow. */
  readonly flow: string;
  readonly begunOn: LocalDate;
  /** The next day on which somebody is to be reminded or told; absent when there is none. */
  readonly nextOn?: LocalDate;
  /** How many things have been done with it. */
  readonly entries: number;
  /** Code of the organisation it was begun for. */
  readonly from: string;
  /** Where it waits, see `placeKey`. */
  readonly places: readonly string[];
}

/** What is kept in short of a case that is closed: for figures, and to know when to forget it. */
export interface ClosedCase {
  readonly state: 'closed';
  readonly flow: string;
  readonly begunOn: LocalDate;
  readonly closedOn: LocalDate;
  readonly keepMonths: number;
  readonly from: string;
  /** The action that closed it. */
  readonly how: string;
}
