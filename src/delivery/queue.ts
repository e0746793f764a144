import type { Job } from 'bullmq';
import type { Log } from '../log.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { ClaimedEntry } from './claim-due.ts';
import type { Urgency } from './outbox-entry.ts';
import type { Pace } from './pace.ts';
import type { Next } from './try-parts.ts';

/** BullMQ as delivery uses it: told of entries, it has each tried, by urgency, in every replica. */
export interface DeliveryQueue {
  /** Begins to take jobs. */
  run(): void;
  tell(entries: readonly ClaimedEntry[]): Promise<void>;
  /** Nothing is taken from the queue, in any replica, for so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  /** Jobs that wait for their next try get it now. */
  hurry(): Promise<void>;
  /** Takes no further jobs, and finishes those under way. */
  close(): Promise<void>;
  /** Drops the connections of its own, whatever is under way. */
  abandon(): void;
}

/** What a job knows: its entry, and which message to this recipient it is. */
export type DeliveryJob = Pick<ClaimedEntry, 'id' | 'variant'>;

export interface QueueParts {
  /** A connection that waits for Redis to come back. */
  readonly redis: RedisClient;
  /** First part of the queue's own keys. */
  readonly prefix: string;
  readonly pace: Pace;
  readonly log: Log;
  /** Tries one entry; `attempts` counts from 1. */
  attempt(job: DeliveryJob, attempts: number): Promise<Next>;
}

/**
 * Opens the queue and its workers. BullMQ is loaded here, so that it costs nothing before the server
 * listens.
 *
 * The entry in the outbox is the truth: a job that is lost or doubled does no harm. Every wait for a
 * next try is a delay of the job (`attemptsStarted` counts the tries); jobs never fail, and leave
 * nothing behind.
 *
 * A worker asks Redis for one job after the other, and begins none before it has as many as it may have
 * or there are no more. So several of them share what this replica has in hand, each a little more than
 * the one before: the first ones' calls are on their way while the last ones still ask.
 */
export async function openQueue({ redis, prefix, pace, log, attempt }: QueueParts): Promise<DeliveryQueue> {
  const { DelayedError, Queue, RateLimitError, Worker } = await import('bullmq');
  const connection = redis;
  // Nobody reads the queue's event stream.
  const queue = new Queue<JobData>(queueName, {
    connection,
    prefix,
    streams: { events: { maxLen: 100 } },
  });
  const options = {
    connection,
    prefix,
    autorun: false,
    lockDuration: pace.lock,
    stalledInterval: pace.lookForStalled,
    // A job whose sender was killed is never given up.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
    // Never reached. BullMQ heeds `pause` only where there is a limit.
    limiter: { max: 1_000_000, duration: 1000 },
    runRetryDelay: 1000,
  };
  const workers = shares(pace.lanes + pace.inReserve, pace.takers).map(
    (concurrency, index) =>
      // One of them looks for jobs of senders that were killed, whosever they were.
      new Worker<JobData>(queueName, work, { ...options, concurrency, skipStalledCheck: index > 0 }),
  );
  const goOn = (err: Error) => log.debug({ err }, 'the queue met an error and goes on');
  queue.on('error', goOn);
  for (const worker of workers) worker.on('error', goOn);
  // Before that, BullMQ's scripts are not known on the connection it shares with ours.
  const ready = Promise.all([queue, ...workers].map((one) => one.waitUntilReady()));

  return {
    run() {
      ready
        .then(() => Promise.all(workers.map((worker) => worker.run())))
        .catch((err: unknown) => log.error({ err }, 'the queue stopped; restart the service'));
    },
    async tell(entries) {
      if (entries.length === 0) return;
      await ready;
      await queue.addBulk(
        entries.map(({ id, urgency, variant }) => ({
          name: 'try',
          data: variant,
          opts: { jobId: jobIdOf(id), ...priorities[urgency] },
        })),
      );
    },
    pause: (milliseconds) => queue.rateLimit(milliseconds),
    hurry: () => queue.promoteJobs(),
    async close() {
      await Promise.all([...workers, queue].map((one) => one.close()));
    },
    abandon() {
      for (const worker of workers) worker.disconnect().catch(() => {});
    },
  };

  async function work(job: Job<JobData>, token?: string): Promise<void> {
    const next = await attempt({ id: entryIdOf(job.id ?? ''), variant: job.data }, job.attemptsStarted);
    if (next.kind === 'done') return;
    if (next.kind === 'held') throw new RateLimitError();
    await job.moveToDelayed(Date.now() + next.wait, token);
    throw new DelayedError();
  }
}

/** Divides as 1 to 2 to 3 …; nobody gets nothing. */
function shares(whole: number, parties: number): readonly number[] {
  const sharing = Math.min(parties, whole);
  const total = (sharing * (sharing + 1)) / 2;
  return Array.from({ length: sharing }, (_, index) =>
    Math.max(1, Math.floor((whole * (index + 1)) / total)),
  );
}

/** `variant` of the entry. */
type JobData = number;

const queueName = 'delivery';

/** Jobs without a priority go first. */
const priorities: Readonly<Record<Urgency, { readonly priority?: number }>> = {
  answer: {},
  reminder: { priority: 1 },
  notice: { priority: 2 },
};

/** BullMQ takes neither `:` nor a plain number for the id of a job. */
function jobIdOf(entryId: string): string {
  return `-${encodeURIComponent(entryId)}`;
}

function entryIdOf(jobId: string): string {
  return decodeURIComponent(jobId.slice(1));
}
