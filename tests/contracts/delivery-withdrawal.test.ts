import { describe, expect, it } from 'vitest';
import { commit } from '../../src/redis/commit.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { gate } from '../support/replica-inbox.ts';
import { members, message } from './delivery-messages.ts';
import type { TestDelivery } from './delivery-sender.ts';
import { deliveryWorld } from './delivery-world.ts';

const notice = (id: string, recipients: readonly string[]) =>
  message({ id, recipients, urgency: 'notice', subject: 'notice-3' });

describe('a subject that is taken back', () => {
  it('is recalled from everybody whom it reached, with its reminders, and nothing else is', async () => {
    const { wecom, replica } = await deliveryWorld({ invalid: new Set(['member3']) });
    const sending = await replica();
    await sending.accept([
      notice('n-0', members(10)),
      notice('reminder', ['member0']),
      message({ id: 'other', says: '别的', recipients: ['member0'], subject: 'notice-4' }),
    ]);
    await sending.delivery.drain();

    await withdraw(sending);
    await sending.delivery.drain();

    expect(wecom.recalled.size).toBe(2);
    expect(wecom.delivered.get('member0')).toEqual(['别的']);
    expect(wecom.delivered.get('member9')).toEqual([]);
    expect(await sending.delivery.withdrawals.of('notice-3')).toEqual({
      recalled: 10,
      unsent: 0,
      failed: new Map(),
      open: 0,
      state: 'done',
    });
    expect(sending.events.filter((event) => event === 'recalled')).toHaveLength(2);
  });

  it('is not sent to those for whom it still waited, and each is reported', async () => {
    const { wecom, clock, replica } = await deliveryWorld();
    const sending = await replica();
    const { delivery, accept, outcomes } = sending;
    const morning = clock.now() + 12 * 3_600_000;
    await accept([notice('now', members(2))]);
    await accept([notice('later', ['member2', 'member3'])], morning);
    await accept([message({ id: 'other', says: '别的', recipients: ['member2'] })], morning);
    await delivery.drain();

    await withdraw(sending);
    await delivery.drain();
    clock.move(morning);
    await delivery.drain();

    expect(await outcomes()).toMatchObject({
      'later member2': '已撤回，没有发出',
      'other member2': 'reached',
    });
    expect(wecom.delivered.get('member2')).toEqual(['别的']);
    expect(await delivery.withdrawals.of('notice-3')).toMatchObject({
      recalled: 2,
      unsent: 2,
      state: 'done',
    });
    expect(await delivery.waiting()).toBe(0);
  });

  it('is recalled also where it was on its way at that moment', async () => {
    const slow = gate();
    const { wecom, replica } = await deliveryWorld({
      hold: (count) => (count > 20 ? slow.pass() : undefined),
      trouble: (count) => (count % 3 === 0 ? 'resetAfter' : 'nothing'),
    });
    const sending = await replica({ lanes: 8, inReserve: 0 });
    await sending.accept(members(60).map((userid) => notice(`n-${userid}`, [userid])));
    await slow.reached;

    await withdraw(sending);
    slow.open();
    await sending.delivery.drain();

    expect([...wecom.delivered.values()].flat()).toEqual([]);
    const figures = await sending.delivery.withdrawals.of('notice-3');
    expect(figures).toMatchObject({ failed: new Map(), open: 0, state: 'done' });
    expect(figures?.unsent).toBeGreaterThan(0);
    expect((figures?.recalled ?? 0) + (figures?.unsent ?? 0)).toBe(60);
  });

  it('is recalled through errors, each call once', async () => {
    const troubles = [-1, 'serverError', 45_033, 42_001, 'resetBefore', 45_009] as const;
    const { wecom, replica } = await deliveryWorld({
      troubleRecalling: (count) => troubles[count] ?? 'nothing',
    });
    const sending = await replica();
    await sending.accept(members(5).map((userid) => notice(`n-${userid}`, [userid])));
    await sending.delivery.drain();

    await withdraw(sending);
    await withdraw(sending);
    await sending.delivery.drain();

    expect(wecom.recalled.size).toBe(5);
    expect(await sending.delivery.withdrawals.of('notice-3')).toMatchObject({ recalled: 5, state: 'done' });
  });

  it('is said to be still there where WeCom refuses, with the reason', async () => {
    const { replica } = await deliveryWorld({
      troubleRecalling: (count) => (count === 1 ? 42_052 : count === 2 ? 40_058 : 'nothing'),
    });
    const sending = await replica();
    await sending.accept([notice('a', members(3)), notice('b', members(4)), notice('c', members(5))]);
    await sending.delivery.drain();

    await withdraw(sending);
    await sending.delivery.drain();

    const figures = await sending.delivery.withdrawals.of('notice-3');
    expect(new Set(figures?.failed.keys())).toEqual(new Set(['超过撤回时限', '企业微信不接受撤回']));
    const failed = [...(figures?.failed.values() ?? [])].reduce((sum, people) => sum + people, 0);
    expect((figures?.recalled ?? 0) + failed).toBe(12);
  });

  it('is of unknown fate where WeCom refuses after its answer was lost', async () => {
    const { wecom, replica } = await deliveryWorld({
      troubleRecalling: (count) => (count === 1 ? 'resetAfter' : 'nothing'),
    });
    const sending = await replica();
    await sending.accept([notice('a', members(3))]);
    await sending.delivery.drain();

    await withdraw(sending);
    await sending.delivery.drain();

    expect(wecom.delivered.get('member0')).toEqual([]);
    expect(await sending.delivery.withdrawals.of('notice-3')).toMatchObject({
      recalled: 0,
      failed: new Map([['不知道是否撤回', 3]]),
    });
  });

  it('is taken back by another replica when the one that began is no more', async () => {
    const { wecom, replica } = await deliveryWorld({ latency: 20 });
    const first = await replica();
    await first.accept(members(30).map((userid) => notice(`n-${userid}`, [userid])));
    await first.delivery.drain();
    await withdraw(first);
    await wecom.until(() => wecom.requests.some(({ path }) => path.endsWith('recall')));
    await first.close();

    const second = await replica();
    await second.delivery.drain();

    expect([...wecom.delivered.values()].flat()).toEqual([]);
    expect(await second.delivery.withdrawals.of('notice-3')).toMatchObject({
      recalled: 30,
      open: 0,
      state: 'done',
    });
  });

  it('has no figures before', async () => {
    const { replica } = await deliveryWorld();
    const { delivery } = await replica();

    expect(await delivery.withdrawals.of('notice-3')).toBeUndefined();
  });
});

async function withdraw({ delivery, redis }: TestDelivery): Promise<void> {
  const work = createUnitOfWork();
  delivery.withdrawals.state(work, 'notice-3');
  await commit(redis, work);
  delivery.wake();
}
