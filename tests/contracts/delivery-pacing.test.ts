import { Queue } from 'bullmq';
import { describe, expect, it } from 'vitest';
import { commit } from '../../src/redis/commit.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { eventually } from '../support/eventually.ts';
import { gate } from '../support/replica-inbox.ts';
import { members, message } from './delivery-messages.ts';
import type { TestDelivery } from './delivery-sender.ts';
import { deliveryWorld, type DeliveryWorld } from './delivery-world.ts';

describe('one person', () => {
  it('gets at most 30 messages a minute, passive replies included, and the others later', async () => {
    const world = await deliveryWorld();
    const { wecom } = world;
    const sending = await world.replica();
    const work = createUnitOfWork();
    for (let replies = 0; replies < 10; replies += 1) sending.delivery.countPassive(work, 'Lin.Xiaotang');
    await commit(sending.redis, work);

    await sending.accept(
      Array.from({ length: 25 }, (_, index) => message({ id: `m${index}`, says: `第 ${index} 条` })),
    );
    await eventually(() => {
      expect(wecom.delivered.get('lin.xiaotang')).toHaveLength(20);
      expect(sending.events.filter((event) => event === 'putOff')).toHaveLength(5);
    });

    await asIfTwoMinutesPassed(world, sending);
    await sending.delivery.drain();
    expect(new Set(wecom.delivered.get('lin.xiaotang'))).toHaveProperty('size', 25);
  });

  it('whose minute is full does not keep the others of a list waiting', async () => {
    const world = await deliveryWorld();
    const { wecom } = world;
    const sending = await world.replica();
    const work = createUnitOfWork();
    for (let replies = 0; replies < 30; replies += 1) sending.delivery.countPassive(work, 'member1');
    await commit(sending.redis, work);

    await sending.accept([message({ id: 'n', recipients: members(3) })]);
    await wecom.arrived(1);
    await eventually(async () =>
      expect(await sending.outcomes()).toEqual({ 'n member0': 'reached', 'n member2': 'reached' }),
    );

    await asIfTwoMinutesPassed(world, sending);
    await world.redis.client.zadd(sending.keys('outbox', 'answer', 'queued'), 0, 'n.1');
    await sending.delivery.drain();
    expect(await sending.outcomes()).toHaveProperty(['n member1'], 'reached');
    expect([...wecom.delivered.values()]).toEqual([['您好'], ['您好'], ['您好']]);
  });

  it('gets at most 1,000 messages in this hour and the one before', async () => {
    const { wecom, redis, replica } = await deliveryWorld();
    const { accept, keys, events } = await replica();
    await redis.client.zadd(keys('rate', 'per-hour', 'this'), 400, 'lin.xiaotang');
    await redis.client.zadd(keys('rate', 'per-hour', 'previous'), 599, 'lin.xiaotang');

    await accept([message({ id: 'last', says: '最后' }), message({ id: 'too-many', says: '太多' })]);

    await eventually(() => expect(events.toSorted()).toEqual(['putOff', 'sent']));
    expect(wecom.delivered.get('lin.xiaotang')).toHaveLength(1);
  });
});

describe('WeCom asking for less', () => {
  it('is given a pause of the whole queue after a frequency limit (45009)', async () => {
    let limited = true;
    const { wecom, replica } = await deliveryWorld({ trouble: () => (limited ? 45_009 : 'nothing') });
    const { delivery, accept, events } = await replica({ lanes: 4, inReserve: 2, firstBackOff: 200 });

    await accept(members(60).map((userid) => message({ id: userid, recipients: [userid] })));
    await eventually(() => expect(events.filter((event) => event === 'backedOff').length).toBeGreaterThan(1));
    const asked = wecom.requests.length;
    limited = false;
    await delivery.drain();

    // Each pause was asked for by the calls in flight only, not by all that waited.
    expect(asked).toBeLessThan(30);
    expect([...wecom.delivered.values()].every((texts) => texts.length === 1)).toBe(true);
    expect(wecom.delivered.size).toBe(60);
  });

  it('gets fewer calls at once while there are too many (45033)', async () => {
    let open = 0;
    const widths: number[] = [];
    const crowd = gate();
    const { wecom, replica } = await deliveryWorld({
      latency: 20,
      // However slowly they come, the first ones are all there together.
      hold: (count) => (count <= crowded ? crowd.pass() : undefined),
      arriving: () => widths.push((open += 1)),
      answering: () => (open -= 1),
      trouble: () => (open >= 6 ? 45_033 : 'nothing'),
    });
    const crowded = 12;
    // One taker begins them all at the same moment.
    const { delivery, accept, events } = await replica({ lanes: 16, takers: 1 });

    await accept(members(120).map((userid) => message({ id: userid, recipients: [userid] })));
    await wecom.arrived(crowded);
    crowd.open();
    await delivery.drain();

    expect(Math.max(...widths.slice(0, 16))).toBeGreaterThan(8);
    expect(Math.max(...widths.slice(-20))).toBeLessThanOrEqual(8);
    expect(events).toContain('retried');
    expect([...wecom.delivered.values()].every((texts) => texts.length === 1)).toBe(true);
    expect(wecom.delivered.size).toBe(120);
  });
});

describe('WeCom refusing the app itself', () => {
  it('stops sending, asks again with a harmless call, tells the operator once, and loses nothing', async () => {
    let untrusted = true;
    const { wecom, replica } = await deliveryWorld({
      trouble: () => (untrusted ? 60_020 : 'nothing'),
      agentErrcode: () => (untrusted ? 60_020 : 0),
    });
    const { delivery, accept, events, told, logged } = await replica({ lanes: 4, inReserve: 2 });
    const probes = () => wecom.requests.filter(({ path }) => path === '/cgi-bin/agent/get').length;

    await accept(members(40).map((userid) => message({ id: userid, recipients: [userid] })));
    await wecom.until(() => probes() >= 3);
    const sends = wecom.requests.length - probes();
    untrusted = false;
    await delivery.drain();

    expect(sends).toBeLessThanOrEqual(6);
    expect(events.filter((event) => event === 'stopped')).toHaveLength(1);
    expect(events.filter((event) => event === 'resumed')).toHaveLength(1);
    const alarms = logged.filter((line) => line.includes('"level":"error"'));
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toContain('trusted IPs');
    // WeCom's own words, which name the address to be trusted.
    expect(alarms[0]).toContain('injected');
    expect(told).toContainEqual({ refused: 60_020 });
    expect(wecom.delivered.size).toBe(40);
    expect([...wecom.delivered.values()].every((texts) => texts.length === 1)).toBe(true);
  });
});

/** Makes the counts two minutes old, and has what waits tried now, as BullMQ does when its time has come. */
async function asIfTwoMinutesPassed({ redis }: DeliveryWorld, { keys }: TestDelivery): Promise<void> {
  const number = keys('rate', 'per-minute');
  await redis.client.set(number, Number(await redis.client.get(number)) - 2);
  const queue = new Queue('delivery', { connection: redis.client, prefix: keys('queue') });
  await queue.promoteJobs();
  await queue.close();
}
