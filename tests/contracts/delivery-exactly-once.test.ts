import { describe, expect, it } from 'vitest';
import { replaceButton } from '../../src/wecom/card-update.ts';
import { eventually } from '../support/eventually.ts';
import { gate } from '../support/replica-inbox.ts';
import { members, message } from './delivery-messages.ts';
import { deliveryWorld } from './delivery-world.ts';

describe('an accepted message', () => {
  it('reaches each recipient once and is reported once', async () => {
    const { wecom, replica } = await deliveryWorld();
    const { delivery, accept, outcomes, timesReported } = await replica();

    await accept([
      message({ id: 'to-all', recipients: members(1000), urgency: 'notice' }),
      ...members(50).map((userid) =>
        message({ id: `to-${userid}`, recipients: [userid], urgency: 'reminder' }),
      ),
    ]);
    await delivery.drain();

    expect(wecom.delivered.size).toBe(1000);
    for (const userid of members(1000)) {
      expect(wecom.delivered.get(userid)).toHaveLength(members(50).includes(userid) ? 2 : 1);
    }
    expect(new Set(Object.values(await outcomes()))).toEqual(new Set(['reached']));
    expect(Object.values(await timesReported())).toEqual(Array.from({ length: 1050 }, () => '1'));
    expect(await delivery.waiting()).toBe(0);
  });

  it('asks WeCom to recognise repeats over nearly four hours', async () => {
    const { wecom, replica } = await deliveryWorld();
    const { delivery, accept } = await replica();

    await accept([message()]);
    await delivery.drain();

    const body = JSON.parse(wecom.requests[0]?.body ?? '') as { readonly duplicate_check_interval: number };
    expect(body).toMatchObject({ touser: 'lin.xiaotang', enable_duplicate_check: 1 });
    expect(body.duplicate_check_interval).toBeGreaterThan(13_800);
    expect(body.duplicate_check_interval).toBeLessThanOrEqual(14_400);
  });

  it('is one message when it is accepted twice, even after it was sent', async () => {
    const { wecom, replica } = await deliveryWorld();
    const { delivery, accept } = await replica();

    await accept([message({ id: 'push-2026-11-20' }), message({ id: 'push-2026-11-20' })]);
    await delivery.drain();
    await accept([message({ id: 'push-2026-11-20', says: '改过的话' })]);
    await delivery.drain();

    expect([...wecom.delivered]).toEqual([['lin.xiaotang', ['您好']]]);
    expect(await delivery.waiting()).toBe(0);
  });

  it('arrives although another with the same words went to the same person before', async () => {
    const { wecom, replica } = await deliveryWorld();
    const { delivery, accept } = await replica();

    await accept(['first', 'second', 'third'].map((id) => message({ id })));
    await delivery.drain();

    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['您好', '您好', '您好']);
  });

  it('is sent by one of two replicas', async () => {
    const { wecom, replica } = await deliveryWorld({ latency: 5 });
    const [first, second] = await Promise.all([replica(), replica()]);

    await first.accept(members(300).map((userid) => message({ id: userid, recipients: [userid] })));
    second.delivery.wake();
    await first.delivery.drain();

    expect(wecom.delivered.size).toBe(300);
    expect([...wecom.delivered.values()].every((texts) => texts.length === 1)).toBe(true);
    expect(second.events).toContain('sent');
    expect(first.events).toContain('sent');
  });

  it('waits for its time by the product’s clock, whoever moves it', async () => {
    const { wecom, clock, replica } = await deliveryWorld();
    const { delivery, accept } = await replica();
    const morning = clock.now() + 12 * 3_600_000;

    await accept([message({ id: 'held' })], morning);
    await accept([message({ id: 'at-once', says: '现在' })]);
    await delivery.drain();
    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['现在']);
    expect(await delivery.counts()).toEqual({ held: 1, due: 0, queued: 0, dead: 0 });

    clock.move(morning);
    await delivery.drain();
    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['现在', '您好']);
  });

  it('is sent although nobody was woken when its time came', async () => {
    const { wecom, redis, replica } = await deliveryWorld();
    const { delivery, accept } = await replica();
    await accept([message({ id: 'of-a-replica-that-died' })], Date.now() + 50);

    await wecom.until(() => wecom.delivered.has('lin.xiaotang'));
    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['您好']);

    await delivery.drain();
    // The queue forgets a job a moment after its message has arrived.
    await eventually(async () =>
      expect(await redis.client.keys(`${redis.prefix}:{b}:queue:delivery:-*`)).toEqual([]),
    );
  });

  it('is sent although the replica that took it in hand died before it told the queue', async () => {
    const { wecom, redis, replica } = await deliveryWorld();
    const { delivery, accept, keys } = await replica();
    const [seconds] = await redis.client.time();
    await accept([message({ id: 'taken' })], Date.now() + 3_600_000);
    await redis.client.zrem(keys('outbox', 'answer', 'due'), 'taken');
    await redis.client.zadd(keys('outbox', 'answer', 'queued'), Number(seconds) * 1000 + 1200, 'taken');

    await delivery.drain();

    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['您好']);
  });

  it('arrives after the one it follows, so that the parts of a long answer stay in order', async () => {
    const { wecom, redis, replica } = await deliveryWorld({
      latency: 3,
      trouble: (count) => (count % 5 === 0 ? 'resetAfter' : count % 7 === 0 ? 45_033 : 'nothing'),
    });
    const { delivery, accept, keys } = await replica();
    const parts = (userid: string) =>
      ['一', '二', '三'].map((says, index) =>
        message({
          id: `${userid}-${index}`,
          says,
          recipients: [userid],
          ...(index === 0 ? {} : { after: `${userid}-${index - 1}` }),
        }),
      );

    await accept(members(40).flatMap(parts));
    await delivery.drain();
    await accept(parts('member0'));
    await delivery.drain();

    for (const userid of members(40)) expect(wecom.delivered.get(userid)).toEqual(['一', '二', '三']);
    expect(await redis.client.exists(keys('outbox'), keys('outbox', 'follower'))).toBe(0);
  });

  it('is sent although the one it follows was refused', async () => {
    const { wecom, replica } = await deliveryWorld({
      trouble: (count) => (count === 1 ? 40_058 : 'nothing'),
    });
    const { delivery, accept } = await replica();

    await accept([message({ id: 'bad' }), message({ id: 'good', says: '好', after: 'bad' })]);
    await delivery.drain();

    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['好']);
  });

  it('goes before reminders, and they before broadcasts, when it is an answer', async () => {
    const third = gate();
    const { wecom, replica } = await deliveryWorld({
      latency: 2,
      hold: (count) => (count === 3 ? third.pass() : undefined),
    });
    const busy = await replica({ lanes: 1, inReserve: 0 });

    await busy.accept([
      ...members(20).map((userid) => message({ id: `n-${userid}`, says: '通知', urgency: 'notice' })),
      ...members(5).map((userid) => message({ id: `r-${userid}`, says: '提醒', urgency: 'reminder' })),
    ]);
    await third.reached;
    await busy.accept([message({ id: 'answer', says: '答复', urgency: 'answer' })]);
    third.open();
    await busy.delivery.drain();

    const order = wecom.delivered.get('lin.xiaotang') ?? [];
    expect(order.indexOf('答复')).toBeLessThan(7);
    expect(order.lastIndexOf('提醒')).toBeLessThan(8);
  });
});

describe('a card update', () => {
  const update = {
    kind: 'update',
    id: 'tap-1',
    responseCode: 'code-1',
    recipients: ['lin.xiaotang'],
    update: replaceButton('已学完 11-20 08:41'),
  } as const;

  it('changes the card once, through server errors', async () => {
    const { wecom, replica } = await deliveryWorld({
      trouble: (count) => (count < 6 ? 'serverError' : 'nothing'),
    });
    const { delivery, accept } = await replica();

    await accept([update]);
    await delivery.drain();

    expect(wecom.updated).toEqual(['code-1']);
  });

  it('is given up without a word when WeCom no longer allows it', async () => {
    const { wecom, replica } = await deliveryWorld({ trouble: () => 42_022 });
    const { delivery, accept, events } = await replica();

    await accept([update]);
    await delivery.drain();

    expect(wecom.requests).toHaveLength(1);
    expect(await delivery.counts()).toEqual({ held: 0, due: 0, queued: 0, dead: 0 });
    expect(events).toEqual([]);
  });
});
