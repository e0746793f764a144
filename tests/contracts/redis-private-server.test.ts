import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { closeRedis, connectRedis } from '../../src/redis/connect.ts';
import { startPrivateRedis, type PrivateRedis } from '../../src/redis/private-server.ts';
import { eventually } from '../support/eventually.ts';

describe('startPrivateRedis', () => {
  it('finds what was stored and on its way to the disk before the server was killed', async () => {
    const directory = await ownDirectory();
    const first = await startPrivateRedis(directory);
    await onClient(first, async (client) => {
      for (let number = 0; number < 1000; number += 1) await client.rpush('stored', number);
      // While the disk is busy with the first of them, Redis keeps the others back for a moment.
      await eventually(async () =>
        expect(await client.info('persistence')).toMatch(/^aof_buffer_length:0\r$/mu),
      );
    });
    process.kill(first.pid, 'SIGKILL');
    await first.ended;

    const second = await startPrivateRedis(directory);
    expect(await onClient(second, (client) => client.llen('stored'))).toBe(1000);
    await second.stop();
    expect(isAlive(second.pid)).toBe(false);
  });

  it('keeps its data in an append-only file, written out every second', async () => {
    const server = await ownServer(await ownDirectory());
    const settings = await onClient(server, (client) => client.config('GET', 'append*'));
    expect(settings).toEqual(expect.arrayContaining(['appendonly', 'yes', 'appendfsync', 'everysec']));
  });

  it('ends with the process that started it, even one that is killed', async () => {
    const directory = await ownDirectory();
    const owner = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', starter, directory],
      {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [printed] = (await once(owner.stdout, 'data')) as [Buffer];
    const pid = Number(printed);
    expect(isAlive(pid)).toBe(true);
    owner.kill('SIGKILL');
    await eventually(() => expect(isAlive(pid)).toBe(false));

    await ownServer(directory);
  });

  it('replaces a server that was left behind, and keeps its data', async () => {
    const directory = await ownDirectory();
    const socket = join(directory, 'redis.sock');
    const words = [
      '--port',
      '0',
      '--unixsocket',
      socket,
      '--dir',
      directory,
      '--appendonly',
      'yes',
      '--save',
      '',
    ];
    const leftover = spawn('redis-server', words, { stdio: 'ignore' });
    const ended = once(leftover, 'exit');
    const client = new Redis({ path: socket, retryStrategy: () => 10 });
    client.on('error', () => undefined);
    await client.set('stored', 'yes');
    client.disconnect();

    const server = await ownServer(directory);
    await ended;
    expect(await onClient(server, (connected) => connected.get('stored'))).toBe('yes');
  });

  it('leaves a server alone whose owner is alive, and says so', async () => {
    const directory = await ownDirectory();
    const server = await ownServer(directory);
    await expect(startPrivateRedis(directory)).rejects.toThrow(/another process uses it/);
    expect(await onClient(server, (client) => client.ping())).toBe('PONG');
  });

  it('starts only once when started twice at the same moment', async () => {
    const directory = await ownDirectory();
    const started = await Promise.allSettled([startPrivateRedis(directory), startPrivateRedis(directory)]);
    const servers = started.filter((outcome) => outcome.status === 'fulfilled');
    expect(servers).toHaveLength(1);
    await servers[0]?.value.stop();
  });

  it('works in a folder whose path is longer than a socket may have', async () => {
    const directory = join(await ownDirectory(), 'd'.repeat(120));
    const server = await ownServer(directory);
    expect(await onClient(server, (client) => client.ping())).toBe('PONG');
  });

  it('names what to install when there is no redis-server', async () => {
    const directory = await ownDirectory();
    vi.stubEnv('PATH', directory);
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(startPrivateRedis(directory)).rejects.toThrow(Fault);
    await expect(startPrivateRedis(directory)).rejects.toThrow(/install redis-server/);
  });
});

const starter = `
  import { startPrivateRedis } from './src/redis/private-server.ts';
  const { pid } = await startPrivateRedis(process.argv[1]);
  console.log(pid);
`;

async function ownDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

async function ownServer(directory: string): Promise<PrivateRedis> {
  const server = await startPrivateRedis(directory);
  onTestFinished(() => server.stop());
  return server;
}

async function onClient<Answer>(
  server: PrivateRedis,
  ask: (client: Awaited<ReturnType<typeof connectRedis>>) => Promise<Answer>,
): Promise<Answer> {
  const client = await connectRedis(server.url);
  try {
    return await ask(client);
  } finally {
    await closeRedis(client);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
