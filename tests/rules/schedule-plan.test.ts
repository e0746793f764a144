import fc from 'fast-check';
import { createTask } from 'node-cron';
import { describe, expect, it } from 'vitest';
import { plan, type JobTimes } from '../../src/schedule/plan.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { createZone, type Zone } from '../../src/time/zone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const shanghai = createZone('Asia/Shanghai');
const newYork = createZone('America/New_York');

const dailyPush: JobTimes = { name: 'daily-push', schedule: '30 8 * * *', tolerance: 180 };
const reminders: JobTimes = { name: 'meeting-reminders', schedule: '* * * * *', tolerance: 10 };

/** 2026-11-20 in Shanghai. */
function at(time: string): number {
  return Date.parse(`2026-11-20T${time}+08:00`);
}

/** The slots of one job that are due, as instants. */
function due(job: JobTimes, last: number, now: number, zone: Zone = shanghai): readonly number[] {
  return plan([job], new Map([[job.name, last]]), now, zone).map((slot) => slot.at);
}

describe('which slots are due', () => {
  it('is the slot that came since the last heartbeat', () => {
    expect(due(dailyPush, at('08:29:00'), at('08:30:00'))).toEqual([at('08:30:00')]);
  });

  it('is nothing before the time and nothing after the slot was handled', () => {
    expect(due(dailyPush, at('08:28:00'), at('08:29:59.999'))).toEqual([]);
    expect(due(dailyPush, at('08:30:00'), at('08:30:59'))).toEqual([]);
    expect(due(dailyPush, at('08:30:00'), at('11:00:00'))).toEqual([]);
  });

  it('is the slot of this minute, however late in the minute the heartbeat comes', () => {
    const punctual = { ...dailyPush, tolerance: 0 };

    expect(due(punctual, at('08:00:00'), at('08:30:59.999'))).toEqual([at('08:30:00')]);
    expect(due(punctual, at('08:00:00'), at('08:31:00'))).toEqual([]);
  });

  it('reaches back as far as the tolerance, to the minute', () => {
    expect(due(dailyPush, at('07:00:00'), at('11:30:59'))).toEqual([at('08:30:00')]);
    expect(due(dailyPush, at('07:00:00'), at('11:31:00'))).toEqual([]);
  });

  it('is only the latest of several missed slots of one job', () => {
    expect(due(reminders, at('08:00:00'), at('08:30:20'))).toEqual([at('08:30:00')]);
    expect(due(dailyPush, at('08:29:00') - 5 * day, at('09:00:00'))).toEqual([at('08:30:00')]);
  });

  it('is nothing of a job that was never seen', () => {
    expect(plan([dailyPush], new Map(), at('08:30:00'), shanghai)).toEqual([]);
  });

  it('is nothing while the last slot lies in the future, and goes on when the clock has passed it', () => {
    expect(due(reminders, at('09:00:00'), at('08:30:00'))).toEqual([]);
    expect(due(reminders, at('09:00:00'), at('09:00:30'))).toEqual([]);
    expect(due(reminders, at('09:00:00'), at('09:01:00'))).toEqual([at('09:01:00')]);
  });

  it('lists the slots of several jobs by their time', () => {
    const brief: JobTimes = { name: 'monday-brief', schedule: '0 8 * * *', tolerance: 180 };
    const last = new Map([dailyPush, reminders, brief].map((job) => [job.name, at('07:00:00')]));

    const slots = plan([reminders, dailyPush, brief], last, at('08:31:00'), shanghai);
    expect(slots.map((slot) => slot.job.name)).toEqual(['monday-brief', 'daily-push', 'meeting-reminders']);
  });

  it('looks at no more minutes than the tolerance has, after ten years of downtime too', () => {
    let looks = 0;
    const counting: Zone = {
      ...shanghai,
      localAt(instant) {
        looks += 1;
        return shanghai.localAt(instant);
      },
    };
    const yearly: JobTimes = { name: 'holiday-year-check', schedule: '0 9 1 1 *', tolerance: 120 };

    expect(due(yearly, at('09:00:00') - 3650 * day, at('09:00:00'), counting)).toEqual([]);
    expect(looks).toBeLessThanOrEqual(2 * 121);
  });
});

const expressions = [
  '* * * * *',
  '*/7 8-20 * * *',
  '30 8 * * *',
  '0 9 * * mon',
  '15,45 22-2 * * 1-5',
  '0 8 L * *',
  '0 8 15W * *',
  '0 8 * * 1#1',
  '0 8 * * 5L',
  '0 8 1-7 * 1',
];
const aSchedule = fc.constantFrom(...expressions);
const anInstant = fc.integer({ min: at('00:00:00') - 40 * day, max: at('00:00:00') + 40 * day });

describe('planning against node-cron itself', () => {
  /** What node-cron says, minute by minute. */
  function latestMatch(job: JobTimes, last: number, now: number): readonly number[] {
    const task = createTask(job.schedule, () => {}, { timezone: 'Asia/Shanghai' });
    const newest = Math.floor(now / minute) * minute;
    for (let slot = newest; slot > last && slot >= newest - job.tolerance * minute; slot -= minute) {
      if (task.match(new Date(slot))) return [slot];
    }
    return [];
  }

  it('finds the same slot in any stretch of time', () => {
    fc.assert(
      fc.property(
        aSchedule,
        anInstant,
        fc.integer({ min: -hour, max: 5 * hour }),
        fc.integer({ min: 0, max: 240 }),
        (schedule, last, length, tolerance) => {
          const job = { name: 'any', schedule, tolerance };
          expect(due(job, last, last + length)).toEqual(latestMatch(job, last, last + length));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('heartbeats', () => {
  it('find the same slots wherever a stretch of time is split', () => {
    fc.assert(
      fc.property(
        aSchedule,
        anInstant,
        fc.integer({ min: 0, max: day }),
        fc.integer({ min: 0, max: day }),
        (schedule, start, first, second) => {
          const job = { name: 'any', schedule, tolerance: 2 * 1440 };
          const middle = start + first;
          const end = middle + second;
          const early = due(job, start, middle);
          const late = due(job, early.at(-1) ?? start, end);

          expect(due(job, start, end)).toEqual([...early, ...late].slice(-1));
        },
      ),
    );
  });

  it('never find a slot twice, wherever the clock jumps', () => {
    fc.assert(
      fc.property(
        aSchedule,
        anInstant,
        fc.array(fc.integer({ min: -6 * hour, max: 8 * hour }), { maxLength: 40 }),
        (schedule, start, jumps) => {
          const job = { name: 'any', schedule, tolerance: 300 };
          const found: number[] = [];
          let last = start;
          let now = start;
          for (const jump of jumps) {
            now += jump;
            for (const slot of due(job, last, now)) {
              found.push(slot);
              last = slot;
            }
          }
          expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b));
        },
      ),
    );
  });

  /** Every slot after one instant until another, with a heartbeat every minute. */
  function slotsBetween(job: JobTimes, from: number, until: number, zone: Zone): readonly number[] {
    const found: number[] = [];
    let last = from;
    for (let now = from; now <= until; now += minute) {
      for (const slot of due(job, last, now, zone)) {
        found.push(slot);
        last = slot;
      }
    }
    return found;
  }

  it('find every slot once, and no other', () => {
    const job = { name: 'any', schedule: '*/7 8-9 * * 1-5', tolerance: 5 };
    const task = createTask(job.schedule, () => {}, { timezone: 'Asia/Shanghai' });
    const start = at('00:00:00');
    const minutes = Array.from({ length: (4 * day) / minute }, (_, index) => start + (index + 1) * minute);

    expect(slotsBetween(job, start, start + 4 * day, shanghai)).toEqual(
      minutes.filter((instant) => task.match(new Date(instant))),
    );
  });

  it('find a time that summer time skips at the first minute after the gap', () => {
    const job = { name: 'retention', schedule: '30 2 * * *', tolerance: 60 };
    const start = Date.parse('2026-03-07T12:00:00-05:00');

    expect(
      slotsBetween(job, start, start + 2 * day, newYork).map((slot) => new Date(slot).toISOString()),
    ).toEqual(['2026-03-08T07:00:00.000Z', '2026-03-09T06:30:00.000Z']);
  });

  it('find a time that comes twice at the first of the two', () => {
    const job = { name: 'retention', schedule: '30 1 * * *', tolerance: 180 };
    const start = Date.parse('2026-10-31T12:00:00-04:00');

    expect(
      slotsBetween(job, start, start + 2 * day, newYork).map((slot) => new Date(slot).toISOString()),
    ).toEqual(['2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z']);
  });

  it('find a schedule for every hour in each hour that passes', () => {
    const job = { name: 'any', schedule: '*/20 * * * *', tolerance: 5 };
    for (const change of ['2026-03-08T05:00:00Z', '2026-11-01T04:00:00Z']) {
      const start = Date.parse(change);
      const expected = Array.from({ length: 18 }, (_, index) => start + (index + 1) * 20 * minute);

      expect(slotsBetween(job, start, start + 6 * hour, newYork)).toEqual(expected);
    }
  });

  it.each([
    ['America/New_York', '30 2 * * *', '2026-03-08'],
    ['America/New_York', '30 1 * * *', '2026-11-01'],
    ['Africa/Cairo', '15 0 * * *', '2026-04-24'],
    ['Africa/Cairo', '15 23 * * *', '2026-10-29'],
    ['Australia/Lord_Howe', '15 2 * * *', '2026-10-04'],
    ['Australia/Lord_Howe', '45 1 * * *', '2026-04-05'],
    ['Asia/Shanghai', '0 0 * * *', '2026-11-20'],
  ])('find a daily job once on each day in %s (%s, around %s)', (name, schedule, change) => {
    const zone = createZone(name);
    const job = { name: 'any', schedule, tolerance: 60 };
    const dates = [-2, -1, 0, 1].map((days) => addDays(change as LocalDate, days));
    const start = zone.instantOf(addDays(change as LocalDate, -2), 0) - minute;
    const end = zone.instantOf(addDays(change as LocalDate, 2), 0) - minute;

    const slots = slotsBetween(job, start, end, zone);
    expect(slots.map((slot) => zone.localAt(slot).date)).toEqual(dates);
  });
});
