import type { Pace } from './pace.ts';

/**
 * Wait before the next try, in milliseconds, after `attempts` tries: doubling up to the longest.
 * `chance` (0 to 1) spreads it by a quarter, so that what failed together does not return together.
 */
export function retryWait(attempts: number, pace: Pace, chance: number): number {
  const wait = pace.firstRetry * 2 ** Math.min(attempts - 1, 30);
  return spread(Math.min(wait, pace.longestRetry), chance);
}

/** Wait after 45033, too many calls at once: a fifth of the longest and more (protocol §7.1 B: 1 to 5 s). */
export function crowdedWait(pace: Pace, chance: number): number {
  return Math.round(pace.longestCrowded * (0.2 + 0.8 * chance));
}

function spread(wait: number, chance: number): number {
  return Math.round(wait * (0.75 + chance / 4));
}
