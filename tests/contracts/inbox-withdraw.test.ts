import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gate, inboxBench, said, type InboxBench } from '../support/replica-inbox.ts';

const member = 'lin.xiaotang';

let bench: InboxBench;
beforeEach(async () => {
  bench = await inboxBench();
});
afterEach(() => bench.close());

describe('a message of which the member was told that it was not recorded', () => {
  it('has no effect, although it waits in the queue', async () => {
    const dead = gate();
    const dying = await bench.replica({ lease: 50, before: dead.pass });
    const lost = dying.receive(said('m1'), member);
    await dead.reached;
    const other = await bench.replica({ lease: 50 });
    other.withdraw(said('m1'), member);
    await vi.waitUntil(async () => (await bench.leftOver()).length === 0);

    expect(await other.receive(said('m2'), member)).toBe('m2: done');
    expect(await bench.journal()).toEqual(['m2']);
    dying.withdraw(said('m1'), member);
    dead.open();
    expect(await lost).toBeUndefined();
    expect(await bench.journal()).toEqual(['m2']);
  });

  it('has no effect, although it was acknowledged', async () => {
    const slow = gate();
    const inbox = await bench.replica({ patience: 20, before: slow.pass });
    await inbox.receive(said('m1'), member);
    inbox.withdraw(said('m1'), member);
    await vi.waitUntil(async () => (await bench.leftOver()).length === 0);
    slow.open();
    await inbox.idle();

    expect(await bench.journal()).toEqual([]);
    expect(await bench.sent()).toEqual([]);
    expect(await bench.redis.exists(bench.keys('answer', 'm1'))).toBe(0);
  });

  it('is answered after all when it has had its effect and only the news of it was lost', async () => {
    const inbox = await bench.replica();
    await inbox.receive(said('m1'), member);
    inbox.withdraw(said('m1'), member);
    await vi.waitUntil(async () => (await bench.sent()).length > 0);

    expect(await bench.sent()).toEqual(['m1: done']);
    expect(await bench.journal()).toEqual(['m1']);
  });
});
