import { epochDayOf } from '../time/local-date.ts';
import { minutesPerDay, type LocalMoment } from '../time/local-moment.ts';
import type { Zone } from '../time/zone.ts';
import type { Job } from './job.ts';
import { readSchedule, type Schedule } from './schedule.ts';

/** What planning has to know of a job. */
export type JobTimes = Pick<Job, 'name' | 'schedule' | 'tolerance'>;

/** A job whose slot `at` (milliseconds since the epoch) has come and has not been handled. */
export interface Due<Timed extends JobTimes = JobTimes> {
  readonly job: Timed;
  readonly at: number;
}

const millisecondsPerMinute = 60_000;

/**
 * The slots that are due, earliest first: of each job the latest one in (last, now] that is no older
 * than the job's tolerance. Earlier missed ones are covered by it, because jobs ask what is due by
 * their slot.
 *
 * `last` holds, by name, the newest slot of each job that was handled; a job it does not know has
 * nothing due. A last slot in the future, because the clock was set back, means nothing due until the
 * clock has passed it, so that nothing happens twice. However long the downtime, no more minutes are
 * looked at than the job's tolerance has.
 */
export function plan<Timed extends JobTimes>(
  jobs: readonly Timed[],
  last: ReadonlyMap<string, number>,
  now: number,
  zone: Zone,
): readonly Due<Timed>[] {
  return jobs
    .flatMap((job) => {
      const at = latestSlot(job, last.get(job.name) ?? now, now, zone);
      return at === undefined ? [] : [{ job, at }];
    })
    .toSorted((a, b) => a.at - b.at);
}

function latestSlot(job: JobTimes, last: number, now: number, zone: Zone): number | undefined {
  const schedule = readSchedule(job.schedule);
  const newest = Math.floor(now / millisecondsPerMinute) * millisecondsPerMinute;
  const oldest = newest - job.tolerance * millisecondsPerMinute;
  for (let at = newest; at > last && at >= oldest; at -= millisecondsPerMinute) {
    if (comesDue(schedule, at, zone)) return at;
  }
  return undefined;
}

/**
 * Whether a time of the schedule comes at this instant, a whole minute. Where clocks change to summer
 * time and back, a schedule for every hour goes by the time that passes; any other comes exactly once:
 * a time that is skipped at the first minute after the gap, a time that comes twice at the first.
 */
function comesDue(schedule: Schedule, at: number, zone: Zone): boolean {
  const local = zone.localAt(at);
  const wall = wallMinute(local);
  if (schedule.everyHour) return schedule.matches(wall);
  if (schedule.matches(wall)) return zone.instantOf(local.date, local.minute) === at;

  const before = wallMinute(zone.localAt(at - millisecondsPerMinute));
  for (let skipped = before + 1; skipped < wall; skipped += 1) {
    if (schedule.matches(skipped)) return true;
  }
  return false;
}

function wallMinute(moment: LocalMoment): number {
  return epochDayOf(moment.date) * minutesPerDay + moment.minute;
}
