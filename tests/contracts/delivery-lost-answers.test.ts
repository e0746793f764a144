import { describe, expect, it } from 'vitest';
import { gate } from '../support/replica-inbox.ts';
import { members, message } from './delivery-messages.ts';
import { deliveryWorld } from './delivery-world.ts';

describe('a message whose answer is lost', () => {
  it('is sent again with the same bytes and arrives once', async () => {
    const { wecom, replica } = await deliveryWorld({
      trouble: (count) => (count <= 10 ? 'resetAfter' : 'nothing'),
    });
    const { delivery, accept, outcomes } = await replica();

    await accept([message()]);
    await delivery.drain();

    expect(wecom.requests).toHaveLength(11);
    expect(new Set(wecom.requests.map(({ body }) => body)).size).toBe(1);
    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['您好']);
    expect(await outcomes()).toEqual({ 'greeting lin.xiaotang': 'reached' });
  });

  it('keeps its bytes although the release that repeats it would write them differently', async () => {
    const { wecom, replica } = await deliveryWorld({
      trouble: (count) => (count <= 4 ? 'resetAfter' : 'nothing'),
    });
    const patient = { firstRetry: 300, longestRetry: 300 };
    const old = await replica(patient);
    await old.accept([message()]);
    await wecom.arrived(4);
    await old.close();
    const { delivery, accept } = await replica(patient, { spaces: 2 });
    await accept([message({ id: 'of-the-new-release', recipients: ['other'] })]);
    await delivery.drain();

    const bodies = wecom.requests.map(({ body }) => body);
    expect(bodies.filter((body) => body.includes('lin.xiaotang')).length).toBeGreaterThan(4);
    expect(new Set(bodies.filter((body) => body.includes('lin.xiaotang'))).size).toBe(1);
    expect(bodies.find((body) => body.includes('other'))).toContain('\n');
    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['您好']);
  });

  it('is sent with the same bytes although Redis forgot all but that it was to be sent', async () => {
    const slow = gate();
    const { wecom, redis, replica } = await deliveryWorld({ hold: slow.pass });
    const { delivery, accept, keys } = await replica();
    await accept([message()]);
    await slow.reached;

    const jobs = await redis.client.keys(`${redis.prefix}:{b}:queue:*`);
    await redis.client.del(keys('outbox', 'body'), keys('outbox', 'tried'), ...jobs);
    await redis.client.zadd(keys('outbox', 'answer', 'queued'), 0, 'greeting');
    const drained = delivery.drain();
    await wecom.arrived(2);
    slow.open();
    await drained;

    expect(wecom.repeats()).toBe(1);
    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['您好']);
  });

  it('is not sent again when WeCom would no longer recognise it, and is listed as unconfirmed', async () => {
    const slow = gate();
    const { wecom, redis, replica } = await deliveryWorld({
      trouble: () => 'resetAfter',
      // The fourth is the last repeat of the first try.
      hold: (count) => (count === 4 ? slow.pass() : undefined),
    });
    const { delivery, accept, outcomes, keys, events } = await replica();

    await accept([message({ id: 'old', recipients: ['a', 'b'] })]);
    await slow.reached;
    const tried = Number(await redis.client.hget(keys('outbox', 'tried'), 'old'));
    await redis.client.hset(keys('outbox', 'tried'), 'old', tried - 13_690_000);
    slow.open();
    await delivery.drain();

    expect(wecom.delivered.get('a')).toEqual(['您好']);
    expect(wecom.requests).toHaveLength(4);
    expect(await outcomes()).toEqual({ 'old a': '未确认送达', 'old b': '未确认送达' });
    expect(await delivery.unreachable.of(['a', 'b'])).toEqual(new Map());
    expect(events).toContain('unconfirmed');
  });

  it('is listed as unconfirmed too when WeCom only refused its repeats until it was too late', async () => {
    const { wecom, redis, replica } = await deliveryWorld({
      trouble: (count) => (count === 1 ? 'resetAfter' : 45_033),
    });
    const { delivery, accept, outcomes, keys } = await replica();

    await accept([message({ id: 'old', recipients: ['a'] })]);
    await wecom.arrived(6);
    const tried = Number(await redis.client.hget(keys('outbox', 'tried'), 'old'));
    await redis.client.hset(keys('outbox', 'tried'), 'old', tried - 13_690_000);
    await delivery.drain();

    expect(wecom.delivered.get('a')).toEqual(['您好']);
    expect(await outcomes()).toEqual({ 'old a': '未确认送达' });
  });

  it('may wait for ever when WeCom’s refusal is certain', async () => {
    let limited = true;
    const { wecom, redis, replica } = await deliveryWorld({ trouble: () => (limited ? 45_033 : 'nothing') });
    const { delivery, accept, keys } = await replica();

    await accept([message()]);
    await wecom.arrived(3);
    limited = false;
    await delivery.drain();

    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['您好']);
    expect(await redis.client.hlen(keys('outbox', 'tried'))).toBe(0);
    expect(await redis.client.hlen(keys('outbox', 'body'))).toBe(0);
  });

  it('reaches everybody once through errors of all kinds', async () => {
    const kinds = [
      'nothing',
      'resetAfter',
      -1,
      'serverError',
      'resetBefore',
      45_033,
      42_001,
      'nothing',
    ] as const;
    const { wecom, replica } = await deliveryWorld({
      trouble: (count) => kinds[(count * 7919) % kinds.length] ?? 'nothing',
    });
    const { delivery, accept, outcomes } = await replica();

    await accept(
      members(80).map((userid) => message({ id: userid, recipients: [userid], urgency: 'reminder' })),
    );
    await delivery.drain();

    expect(wecom.delivered.size).toBe(80);
    expect([...wecom.delivered.values()].every((texts) => texts.length === 1)).toBe(true);
    expect(new Set(Object.values(await outcomes()))).toEqual(new Set(['reached']));
  });
});
