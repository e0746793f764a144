import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
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
    await eventually(async () => expect(await bench.leftOver()).toEqual([]));

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
    await eventually(async () => expect(await bench.leftOver()).toEqual([]));
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
    await eventually(async () => expect(await bench.sent()).not.toEqual([]));

    expect(await bench.sent()).toEqual(['m1: done']);
    expect(await bench.journal()).toEqual(['m1']);
  });
});
