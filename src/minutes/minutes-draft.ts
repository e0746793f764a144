import type { LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';

/** The minutes of a meeting as far as they are written: pieces, each a message of an officer. */
export interface MinutesDraft {
  /** The meeting's number. */
  readonly number: number;
  /** Counts the changes, for the guards of the store. */
  readonly changes: number;
  /** In the order in which they came. */
  readonly pieces: readonly PlacedPiece[];
  /** The day of its first export, and of the latest. */
  readonly finished?: LocalDate;
  readonly exported?: LocalDate;
  /** Its time was over; the paper is what counts. */
  readonly deleted?: LocalDate;
}

export interface MinutesPiece {
  /** As it was typed. */
  readonly text: string;
  /** Account of who wrote it. */
  readonly by: string;
  readonly at: LocalMoment;
  /** The tasks that came out of it. */
  readonly tasks: readonly GivenTask[];
}

export interface PlacedPiece extends MinutesPiece {
  /** Grows from piece to piece; that of a piece that was taken back is not used again. */
  readonly place: number;
}

/** A line of minutes that was given to somebody as a task. */
export interface GivenTask {
  /** The case's number. */
  readonly number: number;
  /** The line it came from, so that it is not given out twice. */
  readonly line: string;
}
