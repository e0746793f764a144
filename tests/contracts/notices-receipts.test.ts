import { describe, expect, it, onTestFinished } from 'vitest';
import { noticeReport } from '../../src/notices/notice-report.ts';
import { createReceiptStore } from '../../src/notices/receipt-store.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type UnitOfWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import { testRedis } from '../support/redis.ts';
import { message } from './delivery-messages.ts';

const calls = [
  ['Lin', 'Wang', 'Zhao'],
  ['Qian', 'Sun'],
];

describe('receipts', () => {
  it('are accepted for everybody until delivery reports on their call', async () => {
    const { store, say } = await begin();
    expect(await store.figures(3)).toEqual({
      total: 6,
      confirmed: 0,
      unconfirmed: 0,
      waiting: 5,
      unreachable: new Map([['免打扰覆盖全天', 1]]),
    });

    await say(0, { reached: ['Lin', 'Wang', 'Zhao'] });
    expect(await store.figures(3)).toMatchObject({ unconfirmed: 3, waiting: 2 });
    expect(await store.stateOf('lin', [3, 4])).toEqual([{ kind: 'sent' }, undefined]);
    expect(await store.stateOf('sun', [3])).toEqual([{ kind: 'accepted' }]);
  });

  it('take one write for a call that reached everybody, however many they are', async () => {
    const { store } = await begin();
    const work = createUnitOfWork();
    const crowd = Array.from({ length: 1000 }, (_, index) => `member${index}`);
    store.settle(work, 3, 0, { reached: crowd, missed: new Map() });
    expect(work.writes).toHaveLength(1);
  });

  it('name those whom their call did not reach', async () => {
    const { store, say } = await begin();
    await say(0, { reached: ['Lin', 'Zhao'], missed: new Map([['不在可见范围', ['Wang']]]) });
    await say(1, { reached: [], missed: new Map([['未确认送达', ['Qian', 'Sun']]]) });

    expect(Object.fromEntries(await store.states(3))).toEqual({
      lin: { kind: 'sent' },
      wang: { kind: 'unreachable', reason: '不在可见范围' },
      zhao: { kind: 'sent' },
      qian: { kind: 'unreachable', reason: '未确认送达' },
      sun: { kind: 'unreachable', reason: '未确认送达' },
      li: { kind: 'unreachable', reason: '免打扰覆盖全天' },
    });
  });

  it('go person by person where a call was divided', async () => {
    const { store, say } = await begin();
    await say(0, { reached: ['Lin'], missed: new Map([['账号不存在', ['Wang']]]) }, 'first');
    expect(await store.figures(3)).toMatchObject({ unconfirmed: 1, waiting: 3 });

    await say(0, { reached: ['Zhao'] }, 'second');
    expect(await store.figures(3)).toMatchObject({ unconfirmed: 2, waiting: 2 });
  });

  it('are confirmed whatever delivery says before or afterwards', async () => {
    const { store, write, say } = await begin();
    const at = { date: localDate(2026, 11, 20), minute: 512 };
    await write((work) => store.confirm(work, 3, 'Lin', at));
    await say(0, { reached: [], missed: new Map([['未确认送达', ['Lin', 'Wang', 'Zhao']]]) });

    expect(await store.stateOf('lin', [3])).toEqual([{ kind: 'confirmed', at }]);
    expect(await store.figures(3)).toMatchObject({
      confirmed: 1,
      unreachable: new Map([
        ['未确认送达', 2],
        ['免打扰覆盖全天', 1],
      ]),
    });
  });

  it('are figures only after they were archived', async () => {
    const { store, say, keysLeft } = await begin();
    await say(0, { reached: ['Lin', 'Wang', 'Zhao'] });
    const figures = await store.figures(3);

    await store.archive(3);
    await store.archive(3);

    expect(await store.figures(3)).toEqual(figures);
    expect(await keysLeft()).toEqual(['figures']);
  });
});

async function begin() {
  const redis = await testRedis();
  onTestFinished(() => redis.close());
  const store = createReceiptStore(redis.client, createKeys(redis.prefix));
  const report = noticeReport(store);
  const write = async (state: (work: UnitOfWork) => void): Promise<void> => {
    const work = createUnitOfWork();
    state(work);
    await commit(redis.client, work);
  };
  await write((work) =>
    store.address(work, 3, { calls, unreachable: new Map([['免打扰覆盖全天', ['Li']]]) }),
  );

  return {
    store,
    write,
    /** As delivery reports on a call, or on a part of it. */
    async say(
      call: number,
      outcome: {
        readonly reached: readonly string[];
        readonly missed?: ReadonlyMap<string, readonly string[]>;
      },
      part?: string,
    ): Promise<void> {
      const entry = message({ notice: 3, call, ...(part === undefined ? {} : { part }) });
      await write((work) =>
        report.settle(work, entry, {
          missed: new Map(),
          messageId: undefined,
          responseCode: undefined,
          ...outcome,
        }),
      );
    },
    async keysLeft(): Promise<readonly string[]> {
      const found = await redis.client.keys(`${redis.prefix}:{b}:notice:3:*`);
      return found.map((key) => key.slice(key.lastIndexOf(':') + 1));
    },
  };
}
