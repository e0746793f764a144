import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { closeRedis, type RedisClient } from '../redis/connect.ts';
import type { Clock } from '../time/clock.ts';
import { claimDue } from './claim-due.ts';
import { countedReport } from './counted-report.ts';
import { countEntries } from './counts.ts';
import type { DeliveryEvent } from './delivery-event.ts';
import { createGate } from './gate.ts';
import { createLanes } from './lanes.ts';
import type { OutboxKeys } from './outbox-keys.ts';
import type { DeliveryReport } from './outcome.ts';
import type { Pace } from './pace.ts';
import type { Readdress } from './readdress.ts';
import { openQueue, type DeliveryJob } from './queue.ts';
import { createQuotaWatch } from './quota-watch.ts';
import { createRecentRecords } from './recent-records.ts';
import { createRelay } from './relay.ts';
import type { Sender } from './sender.ts';
import { createSettlement } from './settlement.ts';
import { createTryEntry } from './try-entry.ts';
import { done, type Next } from './try-parts.ts';
import { retryWait } from './waits.ts';
import { within } from './within.ts';

/** How ioredis names the failure of a command that the connection's end cut off. */
const OUTAGES: ReadonlySet<string> = new Set(['AbortError', 'MaxRetriesPerRequestError']);

/** Delivery under way. */
export interface Engine {
  wake(): void;
  drain(): Promise<void>;
  close(grace: number): Promise<void>;
}

export interface EngineParts {
  /** A connection of its own, which waits for Redis to come back; closed with the engine. */
  readonly redis: RedisClient;
  readonly keys: OutboxKeys;
  readonly queuePrefix: string;
  /** Closed with the engine. */
  readonly sender: Sender;
  readonly report: DeliveryReport;
  readonly readdress: Readdress;
  accounts(): Promise<number>;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly log: Log;
  readonly count: (event: DeliveryEvent) => void;
}

/** From the outbox to the queue, from the queue to WeCom, and back into the outbox. */
export async function startEngine(parts: EngineParts): Promise<Engine> {
  const { redis, keys, queuePrefix, sender, clock, pace, log, count } = parts;
  let doneSinceLook = 0;
  let closing = false;
  let underWay = 0;
  let tellIdle = (): void => {};

  const queue = await openQueue({ redis, prefix: queuePrefix, pace, log, attempt });
  const relay = createRelay({ step, every: pace.lookEvery, log });
  const quota = createQuotaWatch(parts);
  const records = createRecentRecords({ redis, keys, most: 2 * pace.workingSet });
  const tryEntry = createTryEntry({
    ...parts,
    report: countedReport(parts.report, count, log),
    settlement: createSettlement({ redis, keys, wake: relay.wake }),
    gate: createGate({
      pause: (milliseconds) => queue.pause(milliseconds),
      hurry: () => queue.hurry(),
      probe: () => sender.probe(),
      pace,
      log,
      count,
    }),
    lanes: createLanes(pace.lanes),
    mostUnasked: quota.mostUnasked,
    chance: Math.random,
  });
  await quota.renew();
  queue.run();
  relay.start();

  return {
    wake: relay.wake,
    async drain() {
      for (;;) {
        await relay.look();
        const { due, queued } = await countEntries(redis, keys, clock.now());
        if (due + queued === 0) return;
        await Promise.race([sleep(glance), idle()]);
      }
    },
    async close(grace) {
      closing = true;
      // Longer when Redis is away, or WeCom slow: then others take the jobs over when their locks end.
      if ((await within(grace, finish())) === 'late') queue.abandon();
      await closeRedis(redis);
    },
  };

  async function finish(): Promise<void> {
    await relay.stop();
    await queue.close();
    await sender.close();
  }

  /** Resolves when the last of the tries under way is over; only whoever asked last is told. */
  function idle(): Promise<void> {
    return new Promise((resolve) => {
      tellIdle = resolve;
    });
  }

  async function attempt(job: DeliveryJob, attempts: number): Promise<Next> {
    underWay += 1;
    try {
      const record = await records.take(job.id);
      const next = record === undefined ? done : await tryEntry({ ...job, record }, attempts);
      if (next.kind === 'done') doneSinceLook += 1;
      if (doneSinceLook >= pace.batch) relay.wake();
      return next;
    } catch (err) {
      // The connection itself reports an outage once; a line for every message caught in it would bury that one.
      const isOutage = redis.status !== 'ready' || (err instanceof Error && OUTAGES.has(err.name));
      if (!closing && isOutage) log.warn({ entry: job.id }, 'a message waits until Redis answers again');
      else if (!closing) log.error({ err, entry: job.id }, 'trying to send a message failed; trying again');
      return { kind: 'later', wait: retryWait(attempts, pace, Math.random()) };
    } finally {
      underWay -= 1;
      if (underWay === 0) tellIdle();
    }
  }

  async function step(): Promise<'perhaps' | 'none'> {
    doneSinceLook = 0;
    const at = clock.now();
    const { entries, rest, sent } = await claimDue(redis, keys, at, pace);
    for (const { id, record } of entries) records.keep(id, record);
    await queue.tell(entries);
    await quota.renew();
    quota.look(sent, at);
    return rest;
  }
}

/** Milliseconds between looks at what is left to drain. */
const glance = 20;
