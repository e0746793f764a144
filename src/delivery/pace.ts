/** How fast and how patiently. All times in milliseconds. */
export interface Pace {
  /** Calls to WeCom in flight at once, as long as it does not complain (45033). */
  readonly lanes: number;
  /** Jobs taken from the queue beyond the lanes, so that Redis is asked while WeCom is waited for. */
  readonly inReserve: number;
  /** How many take jobs from the queue at a time, one after the other each; every one has a connection. */
  readonly takers: number;

  /** How often each replica looks for entries that fell due, besides being woken by a commit. */
  readonly lookEvery: number;
  /** Most entries told to the queue in one step, which takes some 5 ms. */
  readonly batch: number;
  /** Most broadcasts and reminders in the queue at once; one that is settled makes room for the next. */
  readonly workingSet: number;
  /** After this long an entry is told to the queue again, in case the queue has lost it. */
  readonly lease: number;
  /** How long the id of a settled entry is remembered: as long as a delivery may be repeated (contract §3). */
  readonly settledKept: number;

  /** A sender that was killed loses its jobs after `lock`, and another takes them within `lookForStalled`. */
  readonly lock: number;
  readonly lookForStalled: number;

  /** Wait before the first repeat; it doubles with each, up to `longestRetry`, without end. */
  readonly firstRetry: number;
  readonly longestRetry: number;
  /** Longest wait after 45033, too many calls at once: 1 to 5 s (protocol §7.1 B). */
  readonly longestCrowded: number;
  /** Wait of the whole queue after 45009; it doubles while WeCom insists (protocol §7.1 E). */
  readonly firstBackOff: number;
  readonly longestBackOff: number;
  /** Wait before WeCom is asked again whether a permanent fault is mended: minutes (protocol §7.1 D). */
  readonly probeEvery: number;
}

export const defaultPace: Pace = {
  lanes: 64,
  inReserve: 32,
  takers: 6,
  lookEvery: 1000,
  batch: 100,
  workingSet: 600,
  lease: 15_000,
  settledKept: 48 * 3_600_000,
  lock: 6000,
  lookForStalled: 3000,
  firstRetry: 2000,
  longestRetry: 600_000,
  longestCrowded: 5000,
  firstBackOff: 60_000,
  longestBackOff: 3_600_000,
  probeEvery: 120_000,
};
