/** One part of the report. */
export interface Section {
  readonly title: string;
  /** The figures, as a table. */
  readonly table: string;
  readonly aims: readonly Aim[];
}

/** One of our figures beside what was aimed at. It is told, and nothing fails for it. */
export interface Aim {
  readonly what: string;
  readonly measured: string;
  readonly aim: string;
  readonly isReached: boolean;
}
