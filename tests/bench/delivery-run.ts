import { once } from 'node:events';
import { Pool } from 'undici';
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts';
import type { OutboxEntry } from '../../src/delivery/outbox-entry.ts';
import { createLog } from '../../src/log.ts';
import { openSender } from '../../src/open-sender.ts';
import { commit } from '../../src/redis/commit.ts';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { demoCredentials } from '../../src/simulator/demo-credentials.ts';
import { addressed, encodeSend } from '../../src/wecom/encode-send.ts';
import { text } from '../../src/wecom/message.ts';
import { warmUps, type DeliveryResult, type DeliveryTask } from './delivery-task.ts';

/*
 * Does one task of the delivery section in a process of its own, on the servers' core: the parent sends
 * the task and is sent what it took.
 */

const [task] = (await once(process, 'message')) as [DeliveryTask];
const clock = { now: Date.now };
/** As many as need not wait for another day. */
const accounts = (): Promise<number> => Promise.resolve(1_000_000);
/** Messages accepted in one atomic step. */
const perStep = 100;

process.send?.(await (task.sender === 'undici' ? throughUndici() : throughDelivery()));
process.disconnect();

/** The least that sending can cost: nothing is written down, and nothing is tried again. */
async function throughUndici(): Promise<DeliveryResult> {
  const { agentId } = demoCredentials;
  const pool = new Pool(task.apiBase, { connections: task.inFlight });
  const entries = entriesOf(task).values();
  const sendOne = async ({ message, recipients }: Sent): Promise<void> => {
    const touser = recipients.join('|');
    const encoded = encodeSend({ message, touser, agentId, duplicateCheckSeconds: 14_400 });
    const body = addressed(encoded, touser);
    const response = await pool.request({ method: 'POST', path: '/cgi-bin/message/send', body });
    const { errcode } = (await response.body.json()) as { readonly errcode: number };
    if (errcode !== 0) throw new Error(`errcode ${errcode}`);
  };
  await Promise.all(warmingUp().map(sendOne));

  const took = stopwatch();
  await Promise.all(
    Array.from({ length: task.inFlight }, async () => {
      for (const entry of entries) await sendOne(entry);
    }),
  );
  const result = took();
  await pool.close();
  return { ...result, queuedBytes: 0 };
}

/** From the first message being accepted to the last one being settled, everything written down. */
async function throughDelivery(): Promise<DeliveryResult> {
  const redis = await connectRedis(task.redisUrl, { pipelining: 'automatic' });
  const keys = createKeys(task.prefix);
  const log = createLog('warn', { write: (line) => process.stderr.write(line) });
  const delivery = createDelivery({
    redis,
    connectQueue: () => connectRedis(task.redisUrl, { answers: 'patiently', pipelining: 'automatic' }),
    keys,
    clock,
    log,
    openSender: () =>
      openSender({ settings: { ...demoCredentials, apiBase: task.apiBase }, redis, keys, clock, log }),
    report: { settle() {} },
    readdress: unused,
    accounts,
  });
  const entries = entriesOf(task);
  const queuedBytes = await bytesOfHeld(redis, entries);
  await accept(redis, delivery, warmingUp());
  await delivery.drain();

  const took = stopwatch();
  await accept(redis, delivery, entries);
  await delivery.drain();
  const result = took();
  await delivery.close(1000);
  await closeRedis(redis);
  return { ...result, queuedBytes };
}

type Sent = Extract<OutboxEntry, { readonly kind: 'send' }>;

/** One call each: to one person with a text of their own, or to a thousand with the same. */
function entriesOf({ prefix, userids, recipientsPerCall }: DeliveryTask): readonly Sent[] {
  return Array.from({ length: Math.ceil(userids.length / recipientsPerCall) }, (_, index) => {
    const recipients = userids.slice(index * recipientsPerCall, (index + 1) * recipientsPerCall);
    return sent(
      `${prefix}-${index}`,
      `第 ${index + 1} 号：本周的学习内容已经送到，发“学习”打开。`,
      recipients,
    );
  });
}

/** As in a service that has been up for a while: connections, token, scripts and compiled code are there. */
function warmingUp(): readonly Sent[] {
  return warmUps.map((userid) => sent(`${task.prefix}-${userid}`, '第一条', [userid]));
}

function sent(id: string, words: string, recipients: readonly string[]): Sent {
  const series = recipients.length === 1 ? {} : { series: task.prefix };
  return { kind: 'send', id, message: text(words), recipients, urgency: 'notice', ...series };
}

/** As a job does. */
async function accept(redis: RedisClient, delivery: Delivery, entries: readonly Sent[]): Promise<void> {
  const due = clock.now();
  for (let start = 0; start < entries.length; start += perStep) {
    const work = createUnitOfWork();
    for (const entry of entries.slice(start, start + perStep)) delivery.state(work, entry, due);
    await commit(redis, work);
    delivery.wake();
  }
}

/** Redis' memory for each of these while it waits to fall due. */
async function bytesOfHeld(redis: RedisClient, entries: readonly Sent[]): Promise<number> {
  const keys = createKeys(`${task.prefix}-held`);
  const { state } = createDelivery({
    redis,
    keys,
    clock,
    connectQueue: unused,
    openSender: unused,
    log: createLog('silent'),
    report: { settle() {} },
    readdress: unused,
    accounts,
  });
  const before = await usedMemory(redis);
  const inAnHour = clock.now() + 3_600_000;
  for (const entry of entries) {
    const work = createUnitOfWork();
    state(work, entry, inAnHour);
    await commit(redis, work);
  }
  return ((await usedMemory(redis)) - before) / entries.length;
}

function unused(): never {
  throw new Error('nothing is sent that waits');
}

async function usedMemory(redis: RedisClient): Promise<number> {
  return Number(/used_memory:(\d+)/u.exec(String(await redis.call('INFO', 'memory')))?.[1]);
}

function stopwatch(): () => { readonly seconds: number; readonly cpuMicroseconds: number } {
  const begun = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { seconds: (performance.now() - begun) / 1000, cpuMicroseconds: user + system };
  };
}
