import type { MovableClock } from './movable-clock.ts';

/** A clock for tests: it stands still until somebody moves it. */
export interface FrozenClock extends MovableClock {
  /** Moves it forward by so many milliseconds. */
  advance(milliseconds: number): void;
}

/** Stands at `start`, in milliseconds since the Unix epoch. */
export function createFrozenClock(start: number): FrozenClock {
  let present = start;

  return {
    now: () => present,
    move(toEpochMs) {
      present = toEpochMs;
    },
    advance(milliseconds) {
      present += milliseconds;
    },
    offset: () => present - start,
  };
}
