import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { Fault } from '../errors.ts';
import type { Log } from '../log.ts';
import { parseRedisAddress, type RedisAddress } from './address.ts';

export type RedisClient = Redis | Cluster;

export interface RedisConnectionOptions {
  /**
   * `promptly`, for everything a person waits for: without a connection a command fails at once, and
   * one whose answer does not come fails with the connection, after two seconds at the latest. It is
   * not sent again, since only the caller knows whether that is safe; in a cluster it may be, while a
   * failover is followed.
   * `patiently`, what BullMQ asks for: commands wait for the connection, and blocking ones for ever.
   */
  readonly answers?: 'promptly' | 'patiently';
  /**
   * `automatic` gathers commands and sends them together, one batch at a time. Measured with a script
   * a request over 64 connections: 25 commands a write, which spares a system call in three, and no
   * difference in CPU beyond the noise. A slow command holds up the batch after it.
   */
  readonly pipelining?: 'automatic' | 'none';
  /** Told once when the connection is lost and once when it is back. */
  readonly log?: Log;
}

/** Milliseconds a connection may owe an answer before it is taken for dead. */
const patience = 2000;

/**
 * Opens a connection to the Redis at `url` (grammar: `RedisAddress`) and waits until it is there, two
 * seconds at most: a service may start before its Redis, and tells so through `/readyz`.
 *
 * @throws Fault when `url` is not understood
 */
export async function connectRedis(url: string, options: RedisConnectionOptions = {}): Promise<RedisClient> {
  const client = openRedis(url, options);
  await whenReady(client, patience);
  return client;
}

/**
 * The same without waiting. The client connects by itself, and again whenever the connection is lost,
 * a second apart at most; while it is usable its `status` is `ready`.
 *
 * @throws Fault when `url` is not understood
 */
export function openRedis(url: string, options: RedisConnectionOptions = {}): RedisClient {
  const address = parseRedisAddress(url);
  if (address === undefined) throw new Fault('reading REDIS_URL', 'write it as .env.example shows');
  const client = createClient(address, options);
  reportOutages(client, options.log);
  return client;
}

/** Waits up to that many milliseconds for a lost connection to come back; tells whether it is there. */
export async function whenReady(client: RedisClient, milliseconds: number): Promise<boolean> {
  if (client.status === 'ready') return true;
  return await new Promise((resolve) => {
    const timer = setTimeout(settle, milliseconds);
    client.once('ready', settle);
    function settle(): void {
      clearTimeout(timer);
      client.off('ready', settle);
      resolve(client.status === 'ready');
    }
  });
}

/** Closes the connection once the answers to what was sent are in, or at once when it is lost. */
export async function closeRedis(client: RedisClient): Promise<void> {
  if (client.status === 'ready') await client.quit().catch(() => undefined);
  client.disconnect();
}

function createClient(address: RedisAddress, options: RedisConnectionOptions): RedisClient {
  const prompt = options.answers !== 'patiently';
  const common = {
    ...credentials(address),
    ...(prompt ? promptly : patiently),
    enableAutoPipelining: options.pipelining === 'automatic',
    connectTimeout: patience,
    // ioredis keeps this timer when the connection is already lost, and with it the process.
    disconnectTimeout: 200,
    retryStrategy: reconnectAfter,
  } satisfies RedisOptions;

  switch (address.kind) {
    case 'server':
      return new Redis({
        ...common,
        ...address.endpoint,
        db: address.database,
        ...(address.encrypted ? { tls: {} } : {}),
      });
    case 'socket':
      return new Redis({ ...common, path: address.path });
    case 'sentinel':
      return new Redis({
        ...common,
        sentinels: [...address.endpoints],
        name: address.master,
        sentinelCommandTimeout: patience,
        // Leaves a master that hangs as soon as the sentinels have chosen another.
        failoverDetector: true,
      });
    case 'cluster': {
      const { enableAutoPipelining, enableOfflineQueue, retryStrategy, ...redisOptions } = common;
      return new Cluster([...address.endpoints], {
        redisOptions,
        enableAutoPipelining,
        enableOfflineQueue,
        clusterRetryStrategy: retryStrategy,
        // Learns of a failover without waiting to be sent to a node that is gone.
        slotsRefreshInterval: 5000,
      });
    }
  }
}

/**
 * `maxRetriesPerRequest: 0` lets what was sent fail the moment the connection is lost. A connection
 * that hangs is found by one timer for all of its commands; `commandTimeout` would be one for each.
 */
const promptly = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  socketTimeout: patience,
  reconnectOnError: (error: Error) => isDemotedMaster(error),
} satisfies RedisOptions;

const patiently = {
  enableOfflineQueue: true,
  maxRetriesPerRequest: null,
  // 2: and repeat the command, which was refused and not carried out.
  reconnectOnError: (error: Error) => (isDemotedMaster(error) ? 2 : false),
} satisfies RedisOptions;

function isDemotedMaster(error: Error): boolean {
  return error.message.startsWith('READONLY');
}

/** Milliseconds before the next attempt: 50 doubled up to 800, spread so that replicas do not come at once. */
function reconnectAfter(attempt: number): number {
  const longest = 50 * 2 ** Math.min(attempt - 1, 4);
  return longest + Math.random() * 200;
}

function credentials(address: RedisAddress): Pick<RedisOptions, 'username' | 'password'> {
  if (address.kind === 'socket') return {};
  const { username, password } = address;
  return { username, password };
}

/** Without a listener for `error`, ioredis would print every failed attempt. */
function reportOutages(client: RedisClient, log: Log | undefined): void {
  let lost = false;
  client.on('error', (err: unknown) => {
    if (!lost) log?.error({ err }, 'Redis does not answer; trying again every second');
    lost = true;
  });
  client.on('ready', () => {
    if (lost) log?.info({}, 'Redis answers again');
    lost = false;
  });
}
