import type { LocalDate } from './local-date.ts';

/** A moment as the clock on the wall shows it. */
export interface LocalMoment {
  readonly date: LocalDate;
  /** Minute of the day, 0 to 1439. */
  readonly minute: number;
}

export const minutesPerDay = 1440;
