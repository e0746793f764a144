import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** One redis-server of a test's own, on a port of the loopback: what a Sentinel or a Cluster is made of. */
export interface RedisProcess {
  readonly port: number;
  /** For commands about the server itself. */
  readonly control: Redis;
  /** Ends the server as `kill -9` does. */
  kill(): Promise<void>;
  /** The same, and removes its data. */
  remove(): Promise<void>;
}

type Kind = 'server' | 'sentinel' | 'cluster node';

/** Starts one with these lines of configuration and waits until it answers. */
export async function startRedisProcess(
  configuration: readonly string[],
  kind: Kind = 'server',
): Promise<RedisProcess> {
  // Somebody else may take a port that was free a moment ago.
  for (;;) {
    const started = await startOnFreePort(configuration, kind);
    if (started !== 'port taken') return started;
  }
}

async function startOnFreePort(
  configuration: readonly string[],
  kind: Kind,
): Promise<RedisProcess | 'port taken'> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  const file = join(directory, 'redis.conf');
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${directory}`,
    'save ""',
    'logfile redis.log',
    ...(kind === 'cluster node' ? ['cluster-enabled yes', `cluster-port ${await freePort()}`] : []),
    ...configuration,
  ];
  await writeFile(file, lines.join('\n'));
  const server = spawn('redis-server', kind === 'sentinel' ? [file, '--sentinel'] : [file], {
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');

  const control = new Redis({ port, retryStrategy: () => 10, maxRetriesPerRequest: null });
  control.on('error', () => undefined);
  const answer = await Promise.race([
    control.info('server').catch(() => 'no Redis'),
    ended.then(() => readFile(join(directory, 'redis.log'), 'utf8').catch(String)),
  ]);
  if (answer.includes(`process_id:${server.pid}\r\n`)) return { port, control, kill, remove };
  await remove();
  if (server.exitCode === null || answer.includes('Address already in use')) return 'port taken';
  throw new Error(`redis-server did not start: ${answer}`);

  async function remove(): Promise<void> {
    control.disconnect();
    await kill();
    await rm(directory, { recursive: true });
  }

  async function kill(): Promise<void> {
    server.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}
