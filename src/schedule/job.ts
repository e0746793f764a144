import type { JobServices } from '../services.ts';
import type { LocalDate } from '../time/local-date.ts';

/**
 * Something the service does by itself, as its file declares it.
 *
 * A job must bear being run twice for the same slot: its process may be killed when everything is done
 * but the mark that says so. And it must bear being skipped: after downtime only the latest of its
 * missed slots is run. So `run` asks what is due *by* the slot and not yet done, never what falls
 * exactly *on* it.
 */
export interface Job<Context = JobServices> {
  /** Lower-case words joined by hyphens, unique; what the operator types after `npm run job --`. */
  readonly name: string;
  /** Five fields in node-cron's grammar, read on the clock on the wall: `30 8 * * *` is 08:30 every day. */
  readonly schedule: string;
  /** What it does, in one short Chinese line. */
  readonly summary: string;
  /**
   * For how many minutes a slot that was missed, or whose run failed, is still worth running. Not less
   * than three: that a process was killed in the middle of a slot is noticed after a minute.
   */
  readonly tolerance: number;
  /** Does what is due. When it throws it is run again with the next heartbeat, within the tolerance. */
  run(slot: Slot, services: Context): Promise<void>;
  /** Whom `run` would send what, without sending anything. */
  preview(slot: Slot, services: Context): Promise<readonly Planned[]>;
}

/** One time at which a job is due. The jobs' only present: they never ask a clock. */
export interface Slot {
  /** The scheduled instant, in milliseconds since the epoch; at most the job's tolerance ago. */
  readonly at: number;
  /** The same moment on the clock on the wall; `minute` of the day, 0 to 1439. */
  readonly today: LocalDate;
  readonly minute: number;
}

/** One message a job would send. */
export interface Planned {
  readonly userid: string;
  /** In a few Chinese words, such as `今日学习：三会一课各是什么`. */
  readonly what: string;
}

/** Declares a job; one file in `jobs/` each, listed in `jobs/index.ts`. */
export function defineJob<Context = JobServices>(job: Job<Context>): Job<Context> {
  return job;
}
