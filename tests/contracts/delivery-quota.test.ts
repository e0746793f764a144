import { describe, expect, it } from 'vitest';
import { members, message } from './delivery-messages.ts';
import type { StandInBehaviour } from './delivery-wecom.ts';
import { deliveryWorld, type DeliveryWorld } from './delivery-world.ts';
import { eventually } from '../support/eventually.ts';

/** 200 accounts: 40,000 person-times a day, of which the last 4,000 are for answers. */
const small = { accounts: 200 };
const hour = 3_600_000;

describe('the daily quota', () => {
  it('counts every person of every call, over replicas, and a repeat once', async () => {
    const { clock, replica } = await onOneDay({
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
    const { clock, replica } = await onOneDay();
    const { delivery, accept } = await replica({}, small);
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

  it('counts the file that follows a broadcast for the same day', async () => {
    const { clock, replica } = await onOneDay();
    const { delivery, accept } = await replica({}, small);
    const tomorrow = clock.now() + 24 * hour;
    const recipients = members(300);
    await accept(
      [message({ id: 'card', recipients }), message({ id: 'file', recipients, after: 'card' })],
      tomorrow,
    );

    expect(await delivery.quota.on(clock.now())).toMatchObject({ promised: 0 });
    expect(await delivery.quota.on(tomorrow)).toMatchObject({ promised: 600 });
    clock.move(tomorrow);
    await delivery.drain();
    expect(await delivery.quota.on(tomorrow)).toMatchObject({ sent: 600, promised: 0 });
  });

  it('begins anew with every day of WeCom’s', async () => {
    const { clock, replica } = await onOneDay();
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
    const { clock, replica } = await onOneDay({
      trouble: (count) => (count <= 6 ? errcode : 'nothing'),
    });
    const { delivery, accept } = await replica({}, small);

    await accept([message({ recipients: members(500) })]);
    await delivery.drain();

    expect(await delivery.quota.on(clock.now())).toMatchObject({ sent: 500 });
  });

  it('is not used up by looking for the accounts because of which a list is refused', async () => {
    const { clock, replica } = await onOneDay({
      trouble: (_, body) => (/"member13\||\|member13\b|"member13"/.test(body) ? 40_031 : 'nothing'),
    });
    const { delivery, accept } = await replica({}, small);

    await accept([message({ recipients: members(100) })]);
    await delivery.drain();

    expect(await delivery.quota.on(clock.now())).toMatchObject({ sent: 99, promised: 0 });
  });
});

describe('a message that can wait', () => {
  const hours = (until: number) => ({ hours: { kind: 'unasked' as const, until } });

  it('waits for the next morning when the quota is used up, and what cannot wait goes all the same', async () => {
    const { wecom, clock, replica } = await onOneDay();
    const { delivery, accept, events, logged } = await replica({}, { accounts: 1 });
    const evening = hours(clock.now() + 11 * hour);

    await accept([message({ id: 'first', recipients: members(150), urgency: 'notice', ...evening })]);
    await delivery.drain();
    await accept([
      message({ id: 'waits', says: '通知', recipients: members(40), urgency: 'notice', ...evening }),
      message({ id: 'answer', says: '答复', recipients: members(60) }),
    ]);
    await delivery.drain();

    expect(wecom.delivered.get('member0')).toEqual(['您好', '答复']);
    expect(events.filter((event) => event === 'postponed')).toHaveLength(1);
    expect(await delivery.counts()).toMatchObject({ held: 1, due: 0, queued: 0 });
    expect(await delivery.quota.on(clock.now())).toEqual({ most: 200, sent: 210, promised: 0, left: 0 });
    expect(logged.filter((line) => line.includes('four fifths'))).toHaveLength(1);

    clock.move(clock.now() + 22 * hour);
    await delivery.drain();
    expect(wecom.delivered.get('member0')).toEqual(['您好', '答复', '通知']);
  });

  it('does not begin when its hours are over, but what may have arrived is repeated', async () => {
    let lost = true;
    const { wecom, clock, replica } = await onOneDay({
      trouble: () => (lost ? 'resetAfter' : 'nothing'),
    });
    const patient = await replica({ firstRetry: 300, longestRetry: 300 });
    const noon = clock.now() + 2 * hour;
    await patient.accept([message({ id: 'tried', says: '先', ...hours(noon) })]);
    await wecom.arrived(1);

    clock.move(noon);
    await patient.accept([message({ id: 'late', says: '后', ...hours(noon) })]);
    await eventually(() => expect(patient.events).toContain('postponed'));
    lost = false;
    await patient.delivery.drain();
    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['先']);

    clock.move(noon + 20 * hour);
    await patient.delivery.drain();
    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['先', '后']);
  });

  it('goes to each at the time that is now theirs, and those who have none are reported', async () => {
    const { wecom, clock, replica } = await onOneDay();
    const over = clock.now();
    const next = { due: over + hour, until: over + 5 * hour };
    const later = { due: over + 3 * hour, until: over + 5 * hour };
    const { delivery, accept, outcomes } = await replica(
      {},
      {
        readdress: () =>
          Promise.resolve([
            { userids: ['member0', 'member1'], when: next },
            { userids: ['member2'], when: later },
            { userids: ['member3'], when: { never: '免打扰覆盖全天' } },
          ]),
      },
    );

    await accept([message({ id: 'n', recipients: members(4), ...hours(over) })]);
    await delivery.drain();
    expect(await outcomes()).toEqual({ 'n member3': '免打扰覆盖全天' });

    clock.move(next.due);
    await delivery.drain();
    expect([...wecom.delivered.keys()]).toEqual(['member0', 'member1']);
    clock.move(later.due);
    await delivery.drain();
    expect(wecom.delivered.get('member2')).toEqual(['您好']);
    expect(await delivery.waiting()).toBe(0);
  });
});

/** Its clock begins at ten in the morning of the next day in Beijing, so that midnight is far. */
async function onOneDay(behaviour: StandInBehaviour = {}): Promise<DeliveryWorld> {
  const world = await deliveryWorld(behaviour);
  world.clock.move(Math.ceil(Date.now() / (24 * hour)) * 24 * hour + 2 * hour);
  return world;
}
