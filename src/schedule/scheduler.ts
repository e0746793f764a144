import type { ScheduledTask } from 'node-cron';
import { Fault } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../time/clock.ts';
import type { Zone } from '../time/zone.ts';
import type { Job } from './job.ts';
import type { Due } from './plan.ts';
import type { SlotMarks } from './slot-marks.ts';

/**
 * Runs each job at its slots, once over all replicas, and catches up on what was missed while nobody
 * was there. Nothing that goes wrong in a job or in Redis leaves it: it is logged, and the next
 * heartbeat finds what is still due.
 */
export interface Scheduler {
  /** Catches up, then ticks once a minute. Throws a Fault when a job's schedule cannot be read. */
  start(): Promise<void>;
  /** Begins nothing more; resolves when what was begun has ended, however long that takes. */
  stop(): Promise<void>;
  /** Runs what is due by the clock; resolves when it has been run. For whoever moves the clock. */
  tick(): Promise<void>;
}

export interface SchedulerParts<Context> {
  readonly jobs: readonly Job<Context>[];
  readonly marks: SlotMarks;
  readonly clock: Clock;
  readonly zone: Zone;
  /** What the jobs are given to work with. */
  readonly services: Context;
  readonly log: Log;
  /** A run that takes longer, in milliseconds, is given up as failed. */
  readonly longestRun?: number;
}

export function createScheduler<Context>(parts: SchedulerParts<Context>): Scheduler {
  const { jobs, marks, clock, zone, services, log } = parts;
  const longestRun = parts.longestRun ?? 15 * 60_000;
  const names = jobs.map((job) => job.name);
  const running = new Map<string, Promise<void>>();
  const following = new Map<string, Due<Job<Context>>>();
  const open = new Set<Promise<void>>();
  let heartbeat: ScheduledTask | undefined;
  let stopped = false;

  return {
    async start() {
      const { readSchedule } = await import('./schedule.ts');
      for (const job of jobs) readSchedule(job.schedule);

      const { schedule } = await import('node-cron');
      stopped = false;
      heartbeat = schedule(everyMinute, () => void tick(), heartbeatOptions);
      void tick();
    },
    async stop() {
      stopped = true;
      await heartbeat?.destroy();
      await Promise.all(open);
    },
    tick,
  };

  function tick(): Promise<void> {
    const ticking = runDue().finally(() => open.delete(ticking));
    open.add(ticking);
    return ticking;
  }

  async function runDue(): Promise<void> {
    for (const due of await findDue()) begin(due);
    await Promise.all(running.values());
  }

  async function findDue(): Promise<readonly Due<Job<Context>>[]> {
    try {
      // Loaded now, not with the server: no answer to a member waits for the grammar of schedules.
      const { plan } = await import('./plan.ts');
      const now = clock.now();
      return plan(jobs, await marks.last(names, now), now, zone);
    } catch (cause) {
      const err = new Fault('find out which jobs are due', `check that Redis answers; ${again}`, cause);
      log.error({ err }, 'the jobs have to wait');
      return [];
    }
  }

  function begin(due: Due<Job<Context>>): void {
    const { name } = due.job;
    if (stopped) return;
    if (running.has(name)) following.set(name, due);
    else running.set(name, runInTurn(due));
  }

  /** Runs a slot, then the latest one of the same job that was found due meanwhile. */
  async function runInTurn(first: Due<Job<Context>>): Promise<void> {
    const { name } = first.job;
    let due: typeof first | undefined = first;
    do {
      await run(due);
      due = following.get(name);
      following.delete(name);
    } while (due !== undefined && !stopped);
    running.delete(name);
  }

  /** Never rejects. */
  async function run({ job, at }: Due<Job<Context>>): Promise<void> {
    const slot = new Date(at).toISOString();
    try {
      const claim = await marks.claim(job.name, at);
      if (claim === undefined) return;

      const { date, minute } = zone.localAt(at);
      await within(longestRun, () => job.run({ at, today: date, minute }, services)).catch(
        async (error: unknown) => {
          // When Redis is away too, the claim lapses by itself.
          await claim.release().catch(() => {});
          throw error;
        },
      );
      await claim.done();
      log.info({ job: job.name, slot }, 'job run');
    } catch (cause) {
      const remedy = `mend the cause; ${again} until ${job.tolerance} minutes after the slot`;
      const err = new Fault(`run the job ${job.name} for its slot ${slot}`, remedy, cause);
      log.error({ job: job.name, slot, err }, 'a job failed');
    }
  }
}

const everyMinute = '* * * * *';
const again = 'it is tried again every minute';

/** Keeps a heartbeat that comes late, because the process was busy: it is as good as a punctual one. */
const heartbeatOptions = { name: 'heartbeat', missedExecutionTolerance: 60_000, suppressMissedWarning: true };

async function within(milliseconds: number, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const fault = new Fault(`wait ${milliseconds} ms for it to end`, 'look for what keeps it waiting');
    timer = setTimeout(() => reject(fault), milliseconds);
  });
  try {
    await Promise.race([work(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
