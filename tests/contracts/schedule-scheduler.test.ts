import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { createKeys, type Keys } from '../../src/redis/keys.ts';
import { defineJob, type Job, type Slot } from '../../src/schedule/job.ts';
import { createScheduler, type Scheduler } from '../../src/schedule/scheduler.ts';
import { createSlotMarks } from '../../src/schedule/slot-marks.ts';
import { createZone } from '../../src/time/zone.ts';

const minute = 60_000;
const day = 1440 * minute;
const zone = createZone('Asia/Shanghai');

const directory = mkdtempSync(join(tmpdir(), 'schedule-'));
const socket = join(directory, 'redis.sock');
let server: ChildProcess;
let clients: Redis[] = [];

async function startServer(): Promise<void> {
  const options = ['--port', '0', '--unixsocket', socket, '--dir', directory, '--appendonly', 'yes', '--save', ''];
  server = spawn('redis-server', options, { stdio: 'ignore' });
  await vi.waitFor(() => connected().ping(), { timeout: 5000 });
}

async function killServer(): Promise<void> {
  server.kill('SIGKILL');
  await once(server, 'exit');
}

function connected(): Redis {
  const client = new Redis({ path: socket, maxRetriesPerRequest: 0, retryStrategy: () => 10 });
  client.on('error', () => {});
  clients.push(client);
  return client;
}

beforeAll(startServer);

let keys: Keys;
/** The clock of all replicas of a test: Friday 20 November 2026, 08:00. */
let now: number;
const started: Scheduler[] = [];

beforeEach(() => {
  keys = createKeys(`test-${randomUUID()}`);
  now = at('08:00');
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((scheduler) => scheduler.stop()));
  for (const client of clients) client.disconnect();
  clients = [];
});

afterAll(async () => {
  await killServer();
  rmSync(directory, { recursive: true });
});

function at(time: string): number {
  return Date.parse(`2026-11-20T${time}:00+08:00`);
}

/** What the jobs note, and what was logged. */
interface Notes {
  readonly ran: string[];
  readonly faults: Fault[];
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
}

/** One replica of the service, with its own connection. */
function replica(jobs: readonly Job<Notes>[], options: Options = {}): Scheduler & Notes {
  const notes = options.notes ?? { ran: [], faults: [] };
  const scheduler = createScheduler({
    jobs,
    marks: createSlotMarks(connected(), keys, options.lease),
    clock: { now: () => now },
    zone,
    services: notes,
    log: noting_log(notes),
    ...(options.longestRun !== undefined && { longestRun: options.longestRun }),
  });
  started.push(scheduler);
  return { ...scheduler, ...notes };
}

describe('several replicas', () => {
  it('run each of 200 slots exactly once', async () => {
    const everyMinute = noting('meeting-reminders', '* * * * *');
    const hourly = noting('automatic', '15 * * * *');
    const notes = { ran: [], faults: [] };
    const replicas = [1, 2, 3].map(() => replica([everyMinute, hourly], { notes }));
    await Promise.all(replicas.map((each) => each.tick()));

    const expected: string[] = [];
    for (let slot = 1; slot <= 200; slot += 1) {
      now += minute;
      expected.push(`meeting-reminders 2026-11-20 ${480 + slot}`);
      if (slot % 60 === 15) expected.push(`automatic 2026-11-20 ${480 + slot}`);
      await Promise.all(replicas.map((each) => each.tick()));
    }

    expect(notes.ran.toSorted()).toEqual(expected.toSorted());
    expect(notes.faults).toEqual([]);
  });
});
