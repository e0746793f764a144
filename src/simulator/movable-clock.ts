import { systemClock } from '../time/clock.ts';
import type { Clock } from '../time/clock.ts';

/** A clock somebody may move, so that "tomorrow morning" can be looked at today. */
export interface MovableClock extends Clock {
  /** Makes it this instant now, in milliseconds since the Unix epoch; earlier is allowed too. */
  move(toEpochMs: number): void;
  /** How many milliseconds it is ahead of where it would stand if nobody had moved it. */
  offset(): number;
}

/** Real time plus an offset: it keeps running after it was moved. */
export function createMovableClock(real: Clock = systemClock): MovableClock {
  let offset = 0;

  return {
    now: () => real.now() + offset,
    move(toEpochMs) {
      offset = toEpochMs - real.now();
    },
    offset: () => offset,
  };
}
