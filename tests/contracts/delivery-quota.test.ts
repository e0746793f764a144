import { describe, expect, it } from 'vitest';
import { members, message } from './delivery-messages.ts';
import { deliveryWorld } from './delivery-world.ts';

/** 200 accounts: 40,000 person-times a day, of which the last 4,000 are for answers. */
const small = { accounts: 200 };
const hour = 3_600_000;

describe('the daily quota', () => {
  it('counts every person of every call, over replicas, and a repeat once', async () => {
    const { clock, replica } = await deliveryWorld({
      latency: 2,
      trouble: (count) => (count % 3 === 0 ? 'resetAfter' : 'nothing'),
    });
    const [first, second] = [await replica({}, small), await replica({}, small)];

    await first.accept([
      message({ id: 'n', recipients: members(1000), urgency: 'notice' }),
      ...members(50).map((userid) => message({ id: userid, recipients: [userid] })),
    ]);
    second.delivery.wake();
    await first.delivery.drain();

    expect(await second.delivery.quota.on(clock.now())).toEqual({
      most: 40_000,
      sent: 1050,
      promised: 0,
      left: 36_000 - 1050,
    });
  });

  it('knows what has been promised for today and for other days', async () => {
    const { clock, replica } = await deliveryWorld();
    const { delivery, accept } = await replica({}, small);
    clock.move(morningOf(clock.now()));
    const now = clock.now();
    await accept([message({ id: 'a', recipients: members(300) }), message({ id: 'b' })], now + hour);
    await accept([message({ id: 'c', recipients: members(20) })], now + 24 * hour);

    expect(await delivery.quota.on(now)).toMatchObject({ sent: 0, promised: 301, left: 36_000 - 301 });
    expect(await delivery.quota.on(now + 24 * hour)).toMatchObject({ sent: 0, promised: 20 });
    expect(await delivery.quota.on(now + 48 * hour)).toMatchObject({ sent: 0, promised: 0 });

    clock.move(now + 24 * hour);
    await delivery.drain();
    expect(await delivery.quota.on(now)).toMatchObject({ sent: 321, promised: 0 });
  });

  it('begins anew with every day of WeCom’s', async () => {
    const { clock, replica } = await deliveryWorld();
    const { delivery, accept } = await replica({}, small);
    await accept([message()]);
    await delivery.drain();

    clock.move(clock.now() + 24 * hour);
    expect(await delivery.quota.on(clock.now())).toMatchObject({ sent: 0 });
    await accept([message({ id: 'another', recipients: members(2) })]);
    await delivery.drain();
    expect(await delivery.quota.on(clock.now())).toMatchObject({ sent: 2 });
  });

  it.each([45_009, 45_033, 60_020])('is not used up by refusals (%i)', async (errcode) => {
    const { clock, replica } = await deliveryWorld({
      trouble: (count) => (count <= 6 ? errcode : 'nothing'),
    });
    const { delivery, accept } = await replica({}, small);

    await accept([message({ recipients: members(500) })]);
    await delivery.drain();

    expect(await delivery.quota.on(clock.now())).toMatchObject({ sent: 500 });
  });

  it('is not used up by looking for the accounts because of which a list is refused', async () => {
    const { clock, replica } = await deliveryWorld({
      trouble: (_, body) => (/"member13\||\|member13\b|"member13"/.test(body) ? 40_031 : 'nothing'),
    });
    const { delivery, accept } = await replica({}, small);

    await accept([message({ recipients: members(100) })]);
    await delivery.drain();

    expect(await delivery.quota.on(clock.now())).toMatchObject({ sent: 99, promised: 0 });
  });
});

/** Ten in the morning in Beijing of the next day. */
function morningOf(instant: number): number {
  return Math.ceil(instant / (24 * hour)) * 24 * hour + 2 * hour;
}
