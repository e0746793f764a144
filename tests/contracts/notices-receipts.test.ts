import { describe, expect, it, onTestFinished } from 'vitest';
import { noticeReport } from '../../src/notices/notice-report.ts';
import { createReceiptStore, type OwnReceipt } from '../../src/notices/receipt-store.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type UnitOfWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import type { LocalMoment } from '../../src/time/local-moment.ts';
import { testRedis } from '../support/redis.ts';
import { message } from './delivery-messages.ts';

const calls = [
  ['Lin', 'Wang', 'Zhao'],
  ['Qian', 'Sun'],
];

describe('receipts', () => {
  it('are accepted for everybody until delivery reports on their call', async () => {
    const { store, stateOf, say } = await begin();
    expect(await store.figures(3)).toEqual({
      total: 6,
      confirmed: 0,
      unconfirmed: 0,
      waiting: 5,
      unreachable: new Map([['免打扰覆盖全天', 1]]),
    });

    await say(0, { reached: ['Lin', 'Wang', 'Zhao'] });
    expect(await store.figures(3)).toMatchObject({ unconfirmed: 3, waiting: 2 });
    expect(await stateOf('lin', [3, 4])).toEqual([{ kind: 'sent' }, undefined]);
    expect(await stateOf('sun', [3])).toEqual([{ kind: 'accepted' }]);
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
    const { store, stateOf, confirm, say } = await begin();
    const at = { date: localDate(2026, 11, 20), minute: 512 };
    expect(await confirm('Lin', at)).toBe('confirmed');
    await say(0, { reached: [], missed: new Map([['未确认送达', ['Lin', 'Wang', 'Zhao']]]) }, 'part');
    await say(0, { reached: [], missed: new Map([['未确认送达', ['Lin', 'Wang', 'Zhao']]]) });

    expect(await stateOf('lin', [3])).toEqual([{ kind: 'confirmed', at }]);
    expect(await store.figures(3)).toMatchObject({
      confirmed: 1,
      unreachable: new Map([
        ['未确认送达', 2],
        ['免打扰覆盖全天', 1],
      ]),
    });
  });

  it('are confirmed once, at the time it was first said, though two say it at once', async () => {
    const { store, stateOf, commitConfirm } = await begin();
    const [receipt] = await store.of('lin', [3]);
    const first = { date: localDate(2026, 11, 20), minute: 512 };
    expect(await commitConfirm(receipt, first)).toBeUndefined();
    expect(await commitConfirm(receipt, { ...first, minute: 513 })).toBe(0);
    const [later] = await store.of('lin', [3]);
    expect(await commitConfirm(later, { ...first, minute: 514 })).toBeUndefined();
    expect(await stateOf('lin', [3])).toEqual([{ kind: 'confirmed', at: first }]);
  });

  it('of somebody known to be unreachable are confirmed too, should they say so', async () => {
    const { store, confirm } = await begin();
    await confirm('li', { date: localDate(2026, 11, 20), minute: 512 });
    expect(await store.figures(3)).toMatchObject({ confirmed: 1, unreachable: new Map() });
  });

  it.each([1, 500, 501, 3000])('are as complete for %i people', async (size) => {
    const { store, stateOf, confirm, write, keysLeft } = await begin();
    const crowd = Array.from({ length: size }, (_, index) => `Member.${index}`);
    await write((work) =>
      store.address(work, 4, { calls: [crowd.slice(0, 400), crowd.slice(400)], unreachable: new Map() }),
    );
    await write((work) =>
      store.settle(work, 4, 0, {
        reached: crowd.slice(1, 400),
        missed: new Map([['账号不存在', crowd.slice(0, 1)]]),
      }),
    );
    await confirm(crowd.at(-1) ?? '', { date: localDate(2026, 11, 20), minute: 512 }, 4);

    const states = await store.states(4);
    expect([...states.keys()].toSorted()).toEqual(crowd.map((userid) => userid.toLowerCase()).toSorted());
    const own = await Promise.all(crowd.map(async (userid) => (await stateOf(userid, [4]))[0]));
    expect(own).toEqual(crowd.map((userid) => states.get(userid.toLowerCase())));
    expect(states.get(crowd.at(-1)?.toLowerCase() ?? '')).toMatchObject({ kind: 'confirmed' });

    expect(await store.reached(4, ['nobody', 'NOBODY.2'])).toBe('none');
    expect(await store.reached(4, [])).toBe('none');
    expect(await store.reached(4, ['nobody', crowd.at(-1)?.toUpperCase() ?? ''])).toBe('some');

    const figures = await store.figures(4);
    await store.archive(4);
    expect(await store.figures(4)).toEqual(figures);
    expect(await keysLeft(4)).toEqual(['figures']);
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
  const commitConfirm = async (receipt: OwnReceipt | undefined, at: LocalMoment) => {
    const work = createUnitOfWork();
    if (receipt === undefined) throw new Error('there is no such receipt');
    store.confirm(work, receipt, at);
    return commit(redis.client, work);
  };
  await write((work) =>
    store.address(work, 3, { calls, unreachable: new Map([['免打扰覆盖全天', ['Li']]]) }),
  );

  return {
    store,
    write,
    commitConfirm,
    async confirm(userid: string, at: LocalMoment, number = 3): Promise<'confirmed' | 'not'> {
      const [receipt] = await store.of(userid, [number]);
      return (await commitConfirm(receipt, at)) === undefined ? 'confirmed' : 'not';
    },
    async stateOf(userid: string, numbers: readonly number[]) {
      return (await store.of(userid, numbers)).map((receipt) => receipt?.state);
    },
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
    async keysLeft(number = 3): Promise<readonly string[]> {
      const found = await redis.client.keys(`${redis.prefix}:{b}:notice:${number}:*`);
      return found.map((key) => key.slice(key.lastIndexOf(':') + 1));
    },
  };
}
