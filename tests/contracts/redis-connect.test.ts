import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Queue, Worker } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { LogFields } from '../../src/log.ts';
import {
  closeRedis,
  connectRedis,
  openRedis,
  whenReady,
  type RedisClient,
  type RedisConnectionOptions,
} from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { eventually } from '../support/eventually.ts';
import { dedicatedRedis, testRedis, uniquePrefix, type DedicatedRedis } from '../support/redis.ts';
import { startRedisProcess, type RedisProcess } from '../support/redis-process.ts';

/** What a person may be made to wait for, and something for a busy machine. */
const soon = 3000;

async function connected(url: string, options?: RedisConnectionOptions): Promise<RedisClient> {
  const client = await connectRedis(url, options);
  onTestFinished(() => closeRedis(client));
  return client;
}

async function ownServer(): Promise<DedicatedRedis> {
  const server = await dedicatedRedis();
  onTestFinished(() => server.remove());
  return server;
}

async function failure(command: Promise<unknown>): Promise<{ readonly after: number }> {
  const began = performance.now();
  try {
    await command;
  } catch {
    return { after: performance.now() - began };
  }
  throw new Error('the command did not fail');
}

/** Whether a command fails before anything else can happen. */
async function firstOf(command: Promise<unknown>): Promise<'failure' | 'answer' | 'something else'> {
  return await Promise.race([
    command.then(
      () => 'answer' as const,
      () => 'failure' as const,
    ),
    new Promise<'something else'>((resolve) => setImmediate(resolve, 'something else')),
  ]);
}

describe('a single server', () => {
  it('is ready for commands when connectRedis returns', async () => {
    const { client, prefix, close } = await testRedis();
    onTestFinished(close);
    expect(await client.set(`${prefix}:{b}:a`, '支部')).toBe('OK');
    expect(await client.get(`${prefix}:{b}:a`)).toBe('支部');
  });

  it('fails what was sent and what comes, at once, when it is killed, and repeats none of it', async () => {
    const server = await ownServer();
    const client = await connected(server.url);
    await client.set('count', 0);
    server.freeze();
    const sent = failure(client.incr('count'));
    await server.kill();
    expect((await sent).after).toBeLessThan(soon);
    expect(await firstOf(client.incr('count'))).toBe('failure');

    await server.start();
    expect(await whenReady(client, 10_000)).toBe(true);
    expect(await client.get('count')).toBe('0');
  });

  it('fails what a server that hangs does not answer, and comes back with it', async () => {
    const server = await ownServer();
    const client = await connected(server.url);
    server.freeze();
    const { after } = await failure(client.ping());
    expect(after).toBeGreaterThan(1900);
    expect(after).toBeLessThan(soon);

    server.thaw();
    await eventually(() => expect(client.status).toBe('ready'));
    expect(await client.ping()).toBe('PONG');
  });

  it('says once that the server is lost and once that it is back', async () => {
    const server = await ownServer();
    const lines: string[] = [];
    const note = (_: LogFields, message: string): void => void lines.push(message);
    const client = await connected(server.url, { log: { debug: note, info: note, warn: note, error: note } });
    await server.kill();
    // Several attempts, so that a second line would have been written.
    let attempts = 0;
    client.on('reconnecting', () => (attempts += 1));
    await eventually(() => expect(attempts).toBeGreaterThan(3));
    await server.start();
    await whenReady(client, 10_000);
    expect(lines).toEqual(['Redis does not answer; trying again every second', 'Redis answers again']);
  });

  it('may be down at first', async () => {
    const server = await ownServer();
    await server.kill();
    const client = openRedis(server.url);
    onTestFinished(() => closeRedis(client));
    expect(await whenReady(client, 100)).toBe(false);
    await server.start();
    expect(await whenReady(client, 10_000)).toBe(true);
  });

  it('is spoken to in TLS from the first byte on when the URL says rediss', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void listener.close());
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const firstByte = new Promise<number | undefined>((settle) => {
      listener.once('connection', (socket) => socket.once('data', ([first]) => settle(first)));
    });
    const client = openRedis(`rediss://127.0.0.1:${port}`);
    onTestFinished(() => client.disconnect());
    const handshake = 0x16;
    expect(await firstByte).toBe(handshake);
  });

  it('lets a patient connection wait until it is back', async () => {
    const server = await ownServer();
    const client = await connected(server.url, { answers: 'patiently' });
    await server.kill();
    const answer = client.incr('count');
    await server.start();
    expect(await answer).toBe(1);
  });
});

describe('sentinels', () => {
  it(
    'are followed to the next master, and nothing is done twice or undone',
    { timeout: 30_000 },
    async () => {
      const master = await ownProcess(['repl-diskless-sync-delay 0']);
      const replica = await ownProcess([`replicaof 127.0.0.1 ${master.port}`]);
      await eventually(async () => {
        expect(await replica.control.info('replication')).toContain('master_link_status:up');
      });
      const monitored = [
        `sentinel monitor main 127.0.0.1 ${master.port} 1`,
        'sentinel down-after-milliseconds main 1000',
        'sentinel failover-timeout main 2000',
      ];
      const sentinel = await ownProcess(monitored, 'sentinel');
      await eventually(async () => {
        expect(await sentinel.control.call('SENTINEL', 'REPLICAS', 'main')).toHaveLength(1);
      });

      const client = await connected(`redis+sentinel://127.0.0.1:${sentinel.port}/main`);
      expect(await client.incr('count')).toBe(1);
      expect(await client.wait(1, 5000)).toBe(1);
      await master.kill();
      expect((await failure(client.incr('count'))).after).toBeLessThan(soon);

      await eventually(async () => expect(await client.ping()).toBe('PONG'));
      expect(await client.incr('count')).toBe(2);
    },
  );

  async function ownProcess(...how: Parameters<typeof startRedisProcess>): Promise<RedisProcess> {
    const server = await startRedisProcess(...how);
    onTestFinished(() => server.remove());
    return server;
  }
});

describe('a cluster', () => {
  let nodes: readonly RedisProcess[] = [];
  let url: string;

  beforeAll(async () => {
    nodes = await Promise.all([startNode(), startNode(), startNode()]);
    await joinCluster(nodes);
    url = `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
  });

  afterAll(async () => {
    await Promise.all(nodes.map(({ remove }) => remove()));
  });

  it('keeps all keys of a prefix in one slot, for scripts and transactions', async () => {
    const client = await connected(url);
    const keys = createKeys(uniquePrefix());
    const script = `redis.call('SET', KEYS[1], 'x') redis.call('SET', KEYS[2], 'y') return redis.call('GET', KEYS[1])`;
    expect(await client.eval(script, 2, keys('member', 'lin'), keys('notice', 203))).toBe('x');
    const done = await client.multi().incr(keys('a')).incr(keys('b')).incr(keys('a')).exec();
    expect(done?.map(([, count]) => count)).toEqual([1, 1, 2]);
  });

  it('serves many commands at once from the first moment on', async () => {
    const client = await connected(url);
    const keys = createKeys(uniquePrefix());
    await Promise.all(Array.from({ length: 100 }, () => client.incr(keys('count'))));
    expect(await client.get(keys('count'))).toBe('100');
  });

  it('carries a BullMQ queue over a patient connection', async () => {
    const options = { prefix: `{${uniquePrefix()}}` };
    const queue = new Queue('sums', {
      connection: await connected(url, { answers: 'patiently' }),
      ...options,
    });
    const worker = new Worker<{ n: number }, number>('sums', ({ data }) => Promise.resolve(data.n * 2), {
      connection: await connected(url, { answers: 'patiently' }),
      ...options,
    });
    const result = new Promise((settle) => worker.once('completed', (_job, value) => settle(value)));
    await queue.add('double', { n: 21 });
    expect(await result).toBe(42);
    await worker.close();
    await queue.close();
  });

  it('fails a command at once when every node is gone', async () => {
    const client = await connected(url);
    await Promise.all(nodes.map(({ kill }) => kill()));
    expect((await failure(client.incr('{b}'))).after).toBeLessThan(soon);
    await eventually(() => expect(client.status).not.toBe('ready'));
    expect(await firstOf(client.incr('{b}'))).toBe('failure');
  });

  async function startNode(): Promise<RedisProcess> {
    return await startRedisProcess(['cluster-node-timeout 5000'], 'cluster node');
  }

  async function joinCluster(members: readonly RedisProcess[]): Promise<void> {
    const share = Math.ceil(16_384 / members.length);
    for (const [index, { control, port }] of members.entries()) {
      await control.cluster('ADDSLOTSRANGE', index * share, Math.min((index + 1) * share, 16_384) - 1);
      const [, bus] = (await control.config('GET', 'cluster-port')) as [string, string];
      await members[0]?.control.call('CLUSTER', 'MEET', '127.0.0.1', port, bus);
    }
    for (const { control } of members) {
      await eventually(async () => expect(await control.cluster('INFO')).toContain('cluster_state:ok'));
    }
  }
});
