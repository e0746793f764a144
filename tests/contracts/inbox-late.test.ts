import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, inboxBench, said, type InboxBench } from '../support/replica-inbox.ts';

const member = 'lin.xiaotang';

let bench: InboxBench;
beforeEach(async () => {
  bench = await inboxBench();
});
afterEach(() => bench.close());

describe('a turn that takes longer than WeCom waits', () => {
  it('is acknowledged empty, and its answer is sent once, however often WeCom repeats it', async () => {
    const slow = gate();
    const inbox = await bench.replica({ patience: 20, before: slow.pass });
    const other = await bench.replica();

    expect(await inbox.receive(said('m1'), member)).toBeUndefined();
    expect(await other.receive(said('m1'), member)).toBeUndefined();
    const repeat = inbox.receive(said('m1'), member);
    slow.open();
    expect(await repeat).toBeUndefined();
    await inbox.idle();

    expect(await inbox.receive(said('m1'), member)).toBeUndefined();
    expect(await bench.sent()).toEqual(['m1: done']);
    expect(await bench.journal()).toEqual(['m1']);
    expect(await bench.leftOver()).toEqual([]);
  });

  it('is sent once when a repeat is acknowledged by another process than the one at work', async () => {
    const slow = gate();
    const atWork = await bench.replica({ before: slow.pass });
    // Long enough for a busy machine to come to the acknowledgement before the claim lapses.
    const other = await bench.replica({ patience: 20, lease: 1000 });
    const passive = atWork.receive(said('m1'), member);
    await slow.reached;

    expect(await other.receive(said('m1'), member)).toBeUndefined();
    slow.open();
    expect(await passive).toBeUndefined();
    await other.idle();
    expect(await bench.sent()).toEqual(['m1: done']);
    expect(await bench.journal()).toEqual(['m1']);
  });

  it('is finished by the heartbeat of another process when the one that acknowledged it dies', async () => {
    const dead = gate();
    const dying = await bench.replica({ patience: 20, lease: 50, before: dead.pass });
    const other = await bench.replica({ lease: 50 });
    await dying.receive(said('m1'), member);
    await other.resume();

    expect(await bench.sent()).toEqual(['m1: done']);
    dead.open();
    await dying.idle();
    expect(await bench.sent()).toEqual(['m1: done']);
    expect(await bench.journal()).toEqual(['m1']);
    expect(await bench.leftOver()).toEqual([]);
  });

  it('is finished before the next message of the member', async () => {
    const dead = gate();
    const dying = await bench.replica({ patience: 20, lease: 50, before: dead.pass });
    const other = await bench.replica({ lease: 50 });
    await dying.receive(said('m1'), member);

    expect(await other.receive(said('m2'), member)).toBe('m2: done');
    expect(await bench.sent()).toEqual(['m1: done']);
    expect(await bench.journal()).toEqual(['m1', 'm2']);
    dead.open();
    await dying.idle();
  });

  it('is finished after the earlier one it waits for', async () => {
    const slow = gate();
    const inbox = await bench.replica({
      patience: 20,
      before: ({ saying }) => (saying.identity === 'm1' ? slow.pass() : undefined),
    });
    const answers = [inbox.receive(said('m1'), member), inbox.receive(said('m2'), member)];
    expect(await Promise.all(answers)).toEqual([undefined, undefined]);
    slow.open();
    await inbox.idle();

    expect(await bench.sent()).toEqual(['m1: done', 'm2: done']);
    expect(await bench.leftOver()).toEqual([]);
  });

  it('is done by the process that acknowledged it, which may look before it hears that it has', async () => {
    const slow = gate();
    const looked = gate();
    const inbox = await bench.replica({
      patience: 20,
      before: ({ saying }) => (saying.identity === 'm1' ? slow.pass() : undefined),
      wrap: (store) => ({
        ...store,
        async begin(wanted, owner) {
          const beginning = await store.begin(wanted, owner);
          if (acknowledged && wanted.identity === 'm2') looked.open();
          return beginning;
        },
        async acknowledge(saying, who) {
          const answer = await store.acknowledge(saying, who);
          acknowledged = true;
          await looked.pass();
          return answer;
        },
      }),
    });
    let acknowledged = false;
    const answers = [inbox.receive(said('m1'), member), inbox.receive(said('m2'), member)];
    await Promise.all(answers);
    slow.open();
    await inbox.idle();

    expect(await bench.sent()).toEqual(['m1: done', 'm2: done']);
  });

  it('is not answered twice in whatever order its end and the acknowledgement come', async () => {
    const rounds = Array.from({ length: 60 }, (_, index) => `m${index}`);
    const inbox = await bench.replica({ patience: 3, before: () => new Promise(setImmediate) });
    const passive = await Promise.all(
      rounds.map((identity) => inbox.receive(said(identity, identity), identity)),
    );
    await inbox.idle();

    const answered = [...passive.filter((answer) => answer !== undefined), ...(await bench.sent())];
    expect(answered.toSorted()).toEqual(rounds.map((identity) => `${identity}: done`).toSorted());
    expect(await bench.leftOver()).toEqual([]);
  });
});

describe('a heartbeat', () => {
  it('forgets an acknowledged saying that has been overtaken by 48 hours', async () => {
    const dead = gate();
    let now = said('m1').createdAt;
    const dying = await bench.replica({ patience: 20, lease: 50, before: dead.pass });
    const other = await bench.replica({ lease: 50, now: () => now });
    await dying.receive(said('m1'), member);
    now += 49 * 3_600_000;
    await other.resume();
    dead.open();
    await dying.idle();

    expect(await bench.journal()).toEqual([]);
    expect(await bench.leftOver()).toEqual([]);
  });

  it('forgets what is in no queue any more', async () => {
    await bench.redis.hset(bench.keys('late'), 'm1', member);
    const inbox = await bench.replica();
    await inbox.resume();
    expect(await bench.leftOver()).toEqual([]);
  });

  it('finishes what can be finished although something else fails', async () => {
    const dead = gate();
    const dying = await bench.replica({ patience: 20, lease: 50, before: dead.pass });
    const inbox = await bench.replica({
      lease: 50,
      async take({ saying: { identity } }, work) {
        if (identity === 'bad') throw new Error('and this cannot be said either');
        work.write('RPUSH', bench.keys('journal'), identity);
        return { answer: '' };
      },
    });
    await Promise.all([dying.receive(said('bad', 'a'), 'a'), dying.receive(said('good', 'b'), 'b')]);
    await inbox.resume();
    expect(await bench.journal()).toEqual(['good']);
    dead.open();
    await dying.idle();
  });
});
