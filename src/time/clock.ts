/** Where the present comes from. Injected everywhere, so that tests and the simulator can move it. */
export interface Clock {
  /** The instant now, in milliseconds since the Unix epoch. */
  now(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };
