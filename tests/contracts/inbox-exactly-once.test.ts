import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInboxStore } from '../../src/chat/inbox-store.ts';
import { eventually } from '../support/eventually.ts';
import { gate, inboxBench, present, said, type InboxBench } from '../support/replica-inbox.ts';

const member = 'lin.xiaotang';
const hour = 3_600_000;

let bench: InboxBench;
beforeEach(async () => {
  bench = await inboxBench();
});
afterEach(() => bench.close());

describe('a delivery', () => {
  it('takes effect once and is always answered the same, 200 times at once over two replicas', async () => {
    const replicas = await Promise.all([bench.replica(), bench.replica()]);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        replicas.map((replica) => replica.receive(said('m1'), member)),
      ).flat(),
    );

    expect(new Set(answers)).toEqual(new Set(['m1: done']));
    expect(await replicas[0]?.receive(said('m1'), member)).toBe('m1: done');
    expect(await bench.journal()).toEqual(['m1']);
    expect(await bench.leftOver()).toEqual([]);
  });

  it('is ignored when WeCom created it more than 48 hours ago', async () => {
    const inbox = await bench.replica();
    expect(await inbox.receive(said('new', member, present - 48 * hour), member)).toBe('new: done');
    expect(await inbox.receive(said('old', member, present - 48 * hour - 1), member)).toBeUndefined();
    expect(await bench.journal()).toEqual(['new']);
  });

  it('that is replayed cannot take effect again even when our clock is an hour behind', async () => {
    let now = present - hour;
    const inbox = await bench.replica({ now: () => now });
    await inbox.receive(said('m1'), member);

    now += (await bench.redis.ttl(bench.keys('answer', 'm1'))) * 1000;
    expect(await inbox.receive(said('m1'), member)).toBeUndefined();
  });

  it('is done by another process when the claim of a slow one lapses, and by the slow one no more', async () => {
    const slow = gate();
    const first = await bench.replica({ lease: 50, before: slow.pass });
    const second = await bench.replica({ lease: 50 });
    const slowAnswer = first.receive(said('m1'), member);
    await slow.reached;

    expect(await second.receive(said('m1'), member)).toBe('m1: done');
    slow.open();
    expect(await slowAnswer).toBe('m1: done');
    expect(await bench.journal()).toEqual(['m1']);
  });

  it('is done by a slow process although its claim has lapsed, when nobody else was faster', async () => {
    const slow = gate();
    const decided = vi.fn(slow.pass);
    const inbox = await bench.replica({ lease: 20, before: decided });
    const answer = inbox.receive(said('m1'), member);
    await slow.reached;
    await eventually(async () => expect(await claimAge()).toBeGreaterThan(20));
    slow.open();

    expect(await answer).toBe('m1: done');
    expect(decided).toHaveBeenCalledTimes(1);
  });

  it('is decided anew when what it relied on has changed meanwhile', async () => {
    const desk = bench.keys('desk', member);
    const seen: (string | undefined)[] = [];
    const inbox = await bench.replica({
      async take({ desk: { count } }, work) {
        seen.push(count);
        if (count === undefined) await bench.redis.hset(desk, 'count', '1');
        work.expectField(desk, 'count', count);
        work.write('HSET', desk, 'count', Number(count ?? 0) + 1);
        return { answer: `${count}` };
      },
    });

    expect(await inbox.receive(said('m1'), member)).toBe('1');
    expect(seen).toEqual([undefined, '1']);
    expect(await bench.redis.hget(desk, 'count')).toBe('2');
  });
});

describe('a claim', () => {
  it('is taken again at once by the one who has it, and by others when it has lapsed', async () => {
    const wanted = { identity: 'm1', member, saying: said('m1'), late: false };
    const brief = createInboxStore(bench.redis, bench.keys, 20);
    const long = createInboxStore(bench.redis, bench.keys, 60_000);
    expect(await long.begin(wanted, 'one')).toMatchObject({ state: 'begun' });
    expect(await long.begin(wanted, 'one')).toMatchObject({ state: 'begun', turn: { saying: said('m1') } });
    expect(await long.begin(wanted, 'other')).toEqual({ state: 'waiting' });
    await eventually(async () => expect(await claimAge()).toBeGreaterThan(20));
    expect(await brief.begin(wanted, 'other')).toMatchObject({ state: 'begun' });
    expect(await long.begin(wanted, 'one')).toEqual({ state: 'waiting' });
  });
});

describe('a turn that cannot be done', () => {
  it('is answered as failed, changes nothing, and lets the later ones pass', async () => {
    const inbox = await bench.replica({
      async take({ saying: { identity }, failure }, work) {
        if (failure !== undefined) return { answer: 'failed' };
        work.write('RPUSH', bench.keys('journal'), identity);
        if (identity === 'bad') throw new TypeError('no handler for this');
        return { answer: 'done' };
      },
    });

    expect(await inbox.receive(said('bad'), member)).toBe('failed');
    expect(await inbox.receive(said('good'), member)).toBe('done');
    expect(await inbox.receive(said('bad'), member)).toBe('failed');
    expect(await bench.journal()).toEqual(['good']);
    expect(await bench.leftOver()).toEqual([]);
  });

  it('because its expectations can never hold is given up after some attempts', async () => {
    let attempts = 0;
    const inbox = await bench.replica({
      async take({ failure }, work) {
        if (failure !== undefined) return { answer: failure.message };
        attempts += 1;
        work.expectValue(bench.keys('nothing'), 'something');
        return { answer: 'done' };
      },
    });

    expect(await inbox.receive(said('m1'), member)).toMatch(/^finishing a turn; its data changed/u);
    expect(attempts).toBe(8);
  });

  it('because another version wrote it down is put aside before the next one', async () => {
    const inbox = await bench.replica();
    const queue = bench.keys('inbox', member);
    for (const entry of [
      '',
      'v0\n{"text":"签到"}',
      'v9\n1 0 -\n{"identity":"v9","act":"签到"}',
      'v8\n1 0 -\n{',
    ]) {
      await bench.redis.rpush(queue, entry);
    }

    expect(await inbox.receive(said('m1'), member)).toBe('m1: done');
    expect(await bench.journal()).toEqual(['m1']);
    expect(await bench.leftOver()).toEqual([]);
  });

  it('and was acknowledged is told to the member as failed', async () => {
    const inbox = await bench.replica();
    await bench.redis.rpush(bench.keys('inbox', member), 'v0 late\n1 0 -\n{"text":"签到"}');
    await bench.redis.hset(bench.keys('late'), 'v0', member);
    await bench.redis.set(bench.keys('answer', 'v0'), '');
    await inbox.resume();

    expect(await bench.sent()).toEqual(['v0: failed']);
    expect(await bench.journal()).toEqual([]);
    expect(await bench.leftOver()).toEqual([]);
  });
});

/** How long ago the member's next turn was claimed, in milliseconds by Redis's clock. */
async function claimAge(): Promise<number> {
  const [seconds = 0, microseconds = 0] = await bench.redis.time();
  const entry = await bench.redis.lindex(bench.keys('inbox', member), 0);
  const [, claimed] = /^\d+ (\d+) /mu.exec(entry ?? '') ?? [];
  return seconds * 1000 + Math.floor(microseconds / 1000) - Number(claimed);
}
