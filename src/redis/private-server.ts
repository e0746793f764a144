import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { Redis } from 'ioredis';
import { Fault } from '../errors.ts';
import { holdStartLock } from './start-lock.ts';

/** A Redis of our own, for the demo and the tests. */
export interface PrivateRedis {
  /** For `connectRedis`. */
  readonly url: string;
  /** The server's process. */
  readonly pid: number;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the server, all data on disk, and waits for it. */
  stop(): Promise<void>;
}

/**
 * Starts a Redis whose data lives in `directory` (made when missing), in an append-only file: of
 * what was written, a power cut may take the last second, and a kill what Redis had to keep back
 * because the disk was busy, two seconds at most. It listens on a Unix socket only, so that no port
 * is taken and no other person can connect. It ends with this process, however that ends; should one
 * be left behind all the same, it is replaced, its data kept.
 *
 * @throws Fault when there is no redis-server, it does not start, or another process uses the directory
 */
export async function startPrivateRedis(directory: string): Promise<PrivateRedis> {
  const folder = resolve(directory);
  const socket = socketPath(folder);
  await mkdir(folder, { recursive: true });
  const release = await holdStartLock(folder);
  try {
    await endLeftover(folder, socket);
    const server = spawnServer(folder, socket);
    await own(server.ended, folder, socket);
    return { url: `unix://${socket}`, ...server };
  } finally {
    await release();
  }
}

/** The kernel takes a socket's path up to 103 bytes on macOS and 107 on Linux. */
function socketPath(folder: string): string {
  const path = join(folder, 'redis.sock');
  if (Buffer.byteLength(path) <= 100) return path;
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `redis-${digest}.sock`);
}

/** The connection by which a server's owner is known to be alive: the kernel closes it with the owner. */
const ownerName = 'owner';

async function endLeftover(folder: string, socket: string): Promise<void> {
  const client = new Redis({
    path: socket,
    lazyConnect: true,
    retryStrategy: null,
    enableReadyCheck: false,
    commandTimeout: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    // Nobody listens: at most the socket itself was left behind.
    await rm(socket, { force: true });
    return;
  }

  const attempted = `starting Redis in ${folder}`;
  const clients = await client.client('LIST').catch((error: unknown) => {
    throw new Fault(attempted, `the server that is there does not answer; end it`, error);
  });
  if (String(clients).includes(` name=${ownerName} `)) {
    client.disconnect();
    throw new Fault(attempted, 'another process uses it; stop that one first');
  }
  const gone = new Promise((settle) => client.once('end', settle));
  await client.shutdown().catch(() => undefined);
  await gone;
}

/**
 * The shell becomes the server, and leaves a guard behind: descriptor 3 is a pipe from us, which the
 * kernel closes should we be killed. A line on it says that there is nothing left to guard.
 */
const guarded = '(read -r line <&3 || kill -TERM $$) & exec "$@" 3<&-';

function spawnServer(folder: string, socket: string): Pick<PrivateRedis, 'pid' | 'ended' | 'stop'> {
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    // A person's year of answers stays in the dense encoding: a fifth of the memory (performance §3).
    'hash-max-listpack-entries': '512',
    loglevel: 'warning',
    logfile: join(folder, 'redis.log'),
  };
  const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn('/bin/sh', ['-c', guarded, 'sh', 'redis-server', ...words], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // A session of its own, so that Ctrl-C reaches us alone and the server goes last.
    detached: true,
  });
  child.on('error', () => undefined);
  const pipe = child.stdio[3];
  if (child.pid === undefined || !(pipe instanceof Writable))
    throw new Fault('starting /bin/sh', 'install one');
  pipe.on('error', () => undefined);

  const ended = new Promise<void>((settle) => {
    child.once('exit', () => {
      pipe.end('done\n');
      settle();
    });
  });
  return {
    pid: child.pid,
    ended,
    async stop() {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(impatience);
    },
  };
}

/** Waits until the server has loaded its data, and marks it as ours. */
async function own(ended: Promise<void>, folder: string, socket: string): Promise<void> {
  const owner = new Redis({
    path: socket,
    connectionName: ownerName,
    retryStrategy: () => 4,
    disconnectTimeout: 4,
  });
  owner.on('error', () => undefined);
  const isReady = await Promise.race([
    new Promise<boolean>((settle) => owner.once('ready', () => settle(true))),
    ended.then(() => false),
  ]);
  void ended.then(() => owner.disconnect());
  if (isReady) return;
  throw new Fault(
    `starting Redis in ${folder}`,
    `install redis-server if there is none, else see ${join(folder, 'redis.log')}`,
  );
}
