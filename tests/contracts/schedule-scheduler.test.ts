import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { defineJob, type Job, type Slot } from '../../src/schedule/job.ts';
import { createScheduler } from '../../src/schedule/scheduler.ts';
import { createSlotMarks } from '../../src/schedule/slot-marks.ts';
import { createZone } from '../../src/time/zone.ts';
import { eventually } from '../support/eventually.ts';
import { dedicatedRedis, uniquePrefix, type DedicatedRedis } from '../support/redis.ts';

const minute = 60_000;
const day = 1440 * minute;
const zone = createZone('Asia/Shanghai');

let redis: DedicatedRedis;
let prefix: string;
/** The clock on everybody's wall. */
let now: number;
const clients: RedisClient[] = [];

beforeAll(async () => {
  redis = await dedicatedRedis();
});

beforeEach(() => {
  prefix = uniquePrefix();
  now = at('08:00');
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map(closeRedis));
});

afterAll(() => redis.remove());

/** A time of Friday, 20 November 2026. */
function at(time: string): number {
  return Date.parse(`2026-11-20T${time}:00+08:00`);
}

/** What was run, what was logged, and when the scheduler had looked what is due. */
interface Notes {
  readonly ran: string[];
  readonly faults: Fault[];
  readonly looks: number[];
}

/** A job that notes its slots. */
function noting(name: string, schedule: string, run?: (slot: Slot) => Promise<void>): Job<Notes> {
  return defineJob<Notes>({
    name,
    schedule,
    summary: '测试',
    tolerance: 60,
    async run(slot, { ran }) {
      await run?.(slot);
      ran.push(`${name} ${slot.today} ${slot.minute}`);
    },
    preview: async () => [],
  });
}

interface Options {
  readonly notes?: Notes;
  readonly lease?: number;
  readonly longestRun?: number;
  /** How far the replica's own clock is wrong, in milliseconds. */
  readonly ahead?: number;
}

interface Replica extends Notes {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly tick: () => Promise<void>;
}

/** One replica of the service, with its own connection. */
async function replica(jobs: readonly Job<Notes>[], options: Options = {}): Promise<Replica> {
  const notes = options.notes ?? { ran: [], faults: [], looks: [] };
  const client = await connectRedis(redis.url);
  clients.push(client);
  const marks = createSlotMarks(client, createKeys(prefix), options.lease);
  const scheduler = createScheduler({
    jobs,
    marks: {
      ...marks,
      async last(names, instant) {
        const last = await marks.last(names, instant);
        notes.looks.push(instant);
        return last;
      },
    },
    clock: { now: () => now + (options.ahead ?? 0) },
    zone,
    services: notes,
    log: {
      debug() {},
      info() {},
      warn() {},
      error({ err }) {
        if (err instanceof Fault) notes.faults.push(err);
      },
    },
    longestRun: options.longestRun ?? minute,
  });
  return { ...scheduler, ...notes };
}

/** A run that lasts until the test lets it end. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('several replicas', () => {
  it('run each of 200 slots exactly once', async () => {
    const notes: Notes = { ran: [], faults: [], looks: [] };
    const jobs = [noting('meeting-reminders', '* * * * *'), noting('automatic', '15 * * * *')];
    const replicas = await Promise.all([0, 20_000, -20_000].map((ahead) => replica(jobs, { notes, ahead })));
    await Promise.all(replicas.map((each) => each.tick()));

    const expected: string[] = [];
    for (let slot = 481; slot <= 680; slot += 1) {
      now += minute;
      expected.push(`meeting-reminders 2026-11-20 ${slot}`);
      if (slot % 60 === 15) expected.push(`automatic 2026-11-20 ${slot}`);
      await Promise.all(replicas.flatMap((each) => [each.tick(), each.tick()]));
    }

    expect(notes.ran.toSorted()).toEqual(expected.toSorted());
    expect(notes.faults).toEqual([]);
  });

  it('run a slot again whose owner was killed in the middle of it, and not before', async () => {
    const survivor = await replica([noting('daily-push', '30 8 * * *')]);
    await survivor.tick();
    now = at('08:30');
    const owner = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', ownerThatHangs()],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await once(owner.stdout, 'data');

    await survivor.tick();
    expect(survivor.ran).toEqual([]);

    owner.kill('SIGKILL');
    await once(owner, 'exit');
    now = at('08:31');
    await survivor.tick();
    expect(survivor.ran).toEqual([]);

    await letClaimLapse('daily-push');
    await survivor.tick();
    expect(survivor.ran).toEqual(['daily-push 2026-11-20 510']);
  });

  /** As it does when nobody has renewed it for a minute on Redis' own clock. */
  async function letClaimLapse(job: string): Promise<void> {
    const client = await connectRedis(redis.url);
    await client.hset(createKeys(prefix)('schedule'), `${job}:until`, 0);
    await closeRedis(client);
  }

  /** A process that begins the slot, says so and never ends it. */
  function ownerThatHangs(): string {
    const source = (path: string): string =>
      JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);
    return `
      import { connectRedis } from ${source('redis/connect.ts')};
      import { createKeys } from ${source('redis/keys.ts')};
      import { createScheduler } from ${source('schedule/scheduler.ts')};
      import { createSlotMarks } from ${source('schedule/slot-marks.ts')};
      import { createZone } from ${source('time/zone.ts')};

      const run = () => {
        process.stdout.write('running');
        return new Promise(() => {});
      };
      await createScheduler({
        jobs: [{ name: 'daily-push', schedule: '30 8 * * *', tolerance: 60, run }],
        marks: createSlotMarks(await connectRedis('${redis.url}'), createKeys('${prefix}')),
        clock: { now: () => ${now} },
        zone: createZone(),
        services: {},
        log: console,
      }).tick();
    `;
  }
});

describe('what was missed', () => {
  it('is not run when the service has only just been installed', async () => {
    const { tick, ran } = await replica([noting('daily-push', '30 7 * * *')]);
    await tick();

    expect(ran).toEqual([]);
  });

  it('is caught up after two days down: the latest slot of each job, once', async () => {
    const jobs = [
      noting('meeting-reminders', '* * * * *'),
      noting('daily-push', '30 8 * * *'),
      noting('retention', '30 3 * * *'),
    ];
    await (await replica(jobs)).tick();
    now += 2 * day + 70 * minute;

    const { tick, ran } = await replica(jobs);
    await tick();
    await tick();
    // 03:30 is longer ago than these jobs tolerate.
    expect(ran.toSorted()).toEqual(['daily-push 2026-11-22 510', 'meeting-reminders 2026-11-22 550']);
  });

  it('is caught up when Redis is back, and nothing leaves the scheduler meanwhile', async () => {
    const { tick, ran, faults } = await replica([noting('daily-push', '30 8 * * *')]);
    await tick();
    await redis.kill();
    now = at('08:30');
    await tick();
    expect(ran).toEqual([]);
    expect(faults).toEqual([
      expect.objectContaining({
        attempted: 'find out which jobs are due',
        remedy: expect.stringContaining('Redis') as string,
      }),
    ]);

    await redis.start();
    now = at('08:34');
    await eventually(async () => {
      await tick();
      expect(ran).toEqual(['daily-push 2026-11-20 510']);
    });
    await tick();
    expect(ran).toHaveLength(1);
  });

  it('is run again when Redis was lost before the run could be marked as done', async () => {
    const work = gate();
    let begun = false;
    const job = noting('daily-push', '30 8 * * *', () => {
      begun = true;
      return work.opened;
    });
    const { tick, ran, faults } = await replica([job], { lease: 50 });
    await tick();
    now = at('08:30');
    const ticking = tick();
    await eventually(() => expect(begun).toBe(true));
    await redis.kill();
    work.open();
    await ticking;
    expect(faults.map((fault) => fault.attempted)).toEqual([
      'run the job daily-push for its slot 2026-11-20T00:30:00.000Z',
    ]);

    await redis.start();
    await eventually(async () => {
      await tick();
      expect(ran).toHaveLength(2);
    });
    await tick();
    expect(ran).toHaveLength(2);
  });

  it('is never run a second time because the clock was set back', async () => {
    const { tick, ran } = await replica([noting('daily-push', '30 8 * * *')]);
    await tick();
    for (const time of ['08:30', '07:30', '08:29', '08:30', '08:31']) {
      now = at(time);
      await tick();
    }
    expect(ran).toEqual(['daily-push 2026-11-20 510']);

    now = at('08:30') + day;
    await tick();
    expect(ran).toEqual(['daily-push 2026-11-20 510', 'daily-push 2026-11-21 510']);
  });
});

describe('a job that fails', () => {
  it('is reported, holds up no other, and is tried again with each heartbeat within its tolerance', async () => {
    const failing = noting('daily-push', '30 8 * * *', () => Promise.reject(new Error('no content')));
    const { tick, ran, faults } = await replica([failing, noting('monday-brief', '30 8 * * *')]);
    await tick();
    for (const time of ['08:30', '08:31', '09:30', '09:31', '10:00']) {
      now = at(time);
      await tick();
    }

    expect(ran).toEqual(['monday-brief 2026-11-20 510']);
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatchObject({
      attempted: 'run the job daily-push for its slot 2026-11-20T00:30:00.000Z',
      remedy: 'mend the cause; it is tried again every minute until 60 minutes after the slot',
      cause: new Error('no content'),
    });
  });

  it('is done once it succeeds', async () => {
    let attempts = 0;
    const { tick, ran } = await replica([
      noting('daily-push', '30 8 * * *', async () => {
        attempts += 1;
        if (attempts < 3) throw new Error('not yet');
      }),
    ]);
    await tick();
    for (const time of ['08:30', '08:31', '08:32', '08:33']) {
      now = at(time);
      await tick();
    }

    expect(attempts).toBe(3);
    expect(ran).toEqual(['daily-push 2026-11-20 510']);
  });

  it('may throw before it returns a promise', async () => {
    const job = noting('daily-push', '30 8 * * *');
    const { tick, faults } = await replica([
      {
        ...job,
        run() {
          throw new Error('at once');
        },
      },
    ]);
    await tick();
    now = at('08:30');
    await tick();

    expect(faults).toHaveLength(1);
  });

  it('counts as failed when it does not end, so that others may run its slot', async () => {
    const hanging = noting('daily-push', '30 8 * * *', () => new Promise(() => {}));
    const { tick, faults } = await replica([hanging], { longestRun: 20 });
    const other = await replica([noting('daily-push', '30 8 * * *')]);
    await tick();
    now = at('08:30');
    await tick();
    expect(faults[0]?.cause).toMatchObject({ attempted: 'wait 20 ms for it to end' });

    await other.tick();
    expect(other.ran).toEqual(['daily-push 2026-11-20 510']);
  });
});

describe('ticks that overlap', () => {
  it('run a job again only after it has ended, and then only for the latest slot', async () => {
    const work = gate();
    let atWork = 0;
    let mostAtWork = 0;
    const job = noting('meeting-reminders', '* * * * *', async () => {
      atWork += 1;
      mostAtWork = Math.max(mostAtWork, atWork);
      await work.opened;
      atWork -= 1;
    });
    const { tick, ran, looks } = await replica([job]);
    await tick();
    const ticks: Promise<void>[] = [];
    for (const time of ['08:01', '08:02', '08:03', '08:04']) {
      now = at(time);
      ticks.push(tick());
      await eventually(() => expect([looks.includes(at(time)), atWork]).toEqual([true, 1]));
    }
    work.open();
    await Promise.all(ticks);

    expect(mostAtWork).toBe(1);
    expect(ran).toEqual(['meeting-reminders 2026-11-20 481', 'meeting-reminders 2026-11-20 484']);
  });

  it('do not keep other jobs waiting for a long one', async () => {
    const work = gate();
    const long = noting('daily-push', '0 8 * * *', () => work.opened);
    now = at('07:59');
    const { tick, ran } = await replica([long, noting('meeting-reminders', '* * * * *')]);
    await tick();
    now = at('08:00');
    const first = tick();
    now = at('08:01');
    const second = tick();
    await eventually(() => expect(ran).toContain('meeting-reminders 2026-11-20 481'));
    expect(ran).not.toContain('daily-push 2026-11-20 480');

    work.open();
    await Promise.all([first, second]);
    expect(ran).toContain('daily-push 2026-11-20 480');
  });
});

describe('starting and stopping', () => {
  it('catches up at once, then ticks every minute until it is stopped', async () => {
    const jobs = [noting('meeting-reminders', '* * * * *')];
    await (await replica(jobs)).tick();
    now = at('08:20');
    const { start, stop, ran, looks } = await replica(jobs);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now });
    try {
      await start();
      await eventually(() => expect(ran).toEqual(['meeting-reminders 2026-11-20 500']));

      now = at('08:21');
      await vi.advanceTimersByTimeAsync(minute);
      await eventually(() => expect(ran).toHaveLength(2));

      await stop();
      await vi.advanceTimersByTimeAsync(5 * minute);
      expect(looks).toEqual([at('08:20'), at('08:21')]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps a heartbeat that comes seconds late because the process was busy', async () => {
    const { start, stop, ran, looks } = await replica([noting('meeting-reminders', '* * * * *')]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now });
    try {
      await start();
      await eventually(() => expect(looks).toHaveLength(1));

      vi.setSystemTime(Date.now() + 5000);
      now = at('08:01');
      await vi.advanceTimersByTimeAsync(minute);
      await eventually(() => expect(ran).toEqual(['meeting-reminders 2026-11-20 481']));
      await stop();
    } finally {
      vi.useRealTimers();
    }
  });

  it('stops when what runs has ended, and begins nothing more', async () => {
    const work = gate();
    const { tick, stop, ran, looks } = await replica([
      noting('meeting-reminders', '* * * * *', () => work.opened),
    ]);
    await tick();
    for (const time of ['08:01', '08:02']) {
      now = at(time);
      void tick();
      await eventually(() => expect(looks).toContain(at(time)));
    }
    let stopped = false;
    const stopping = stop().then(() => (stopped = true));
    now = at('08:03');
    void tick();
    await eventually(() => expect(looks).toContain(at('08:03')));
    expect(stopped).toBe(false);

    work.open();
    await stopping;
    await tick();
    expect(ran).toEqual(['meeting-reminders 2026-11-20 481']);
  });

  it('refuses to start with a schedule that cannot be read', async () => {
    await expect((await replica([noting('daily-push', '30 25 * * *')])).start()).rejects.toThrow(Fault);
  });
});
