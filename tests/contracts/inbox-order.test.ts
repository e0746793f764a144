import type { InboxStore } from '../../src/chat/inbox-store.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { gate, inboxBench, present, said, type InboxBench } from '../support/replica-inbox.ts';

const member = 'lin.xiaotang';

let bench: InboxBench;
beforeEach(async () => {
  bench = await inboxBench();
});
afterEach(() => bench.close());

describe('the messages of one member', () => {
  it('take effect in the order they arrived, 40 in a row over two replicas', async () => {
    const slow = gate();
    const before = slow.pass;
    const [one, two] = await Promise.all([bench.replica({ before }), bench.replica({ before })]);
    const identities = Array.from({ length: 40 }, (_, index) => `m${index}`);
    const answers: Promise<string | undefined>[] = [];
    for (const [index, identity] of identities.entries()) {
      answers.push((index % 2 === 0 ? one : two).receive(said(identity), member));
      await eventually(async () => expect(await waiting()).toBe(index + 1));
    }
    slow.open();

    expect(await Promise.all(answers)).toEqual(identities.map((identity) => `${identity}: done`));
    expect(await bench.journal()).toEqual(identities);
    expect(await bench.leftOver()).toEqual([]);
  });

  it('take effect one after the other, once each, when all come at the same moment', async () => {
    let deciding = 0;
    const before = async (): Promise<void> => {
      deciding += 1;
      expect(deciding).toBe(1);
      await new Promise(setImmediate);
      deciding -= 1;
    };
    const alone = { before, lease: 60_000 };
    const [one, two] = await Promise.all([bench.replica(alone), bench.replica(alone)]);
    const identities = Array.from({ length: 60 }, (_, index) => `m${index}`);
    const answers = await Promise.all(
      identities.map((identity, index) => (index % 2 === 0 ? one : two).receive(said(identity), member)),
    );

    expect(answers).toEqual(identities.map((identity) => `${identity}: done`));
    expect((await bench.journal()).toSorted()).toEqual(identities.toSorted());
  });

  it('keep their order when the process that took the first ones dies', async () => {
    const dead = gate();
    const dying = await bench.replica({ lease: 50, before: dead.pass });
    const other = await bench.replica({ lease: 50 });
    const lost = ['m1', 'm2'].map((identity) => dying.receive(said(identity), member));
    await eventually(async () => expect(await waiting()).toBe(2));

    expect(await other.receive(said('m3'), member)).toBe('m3: done');
    expect(await bench.journal()).toEqual(['m1', 'm2', 'm3']);
    expect(await other.receive(said('m1'), member)).toBe('m1: done');
    dead.open();
    await Promise.all(lost);
    expect(await bench.journal()).toEqual(['m1', 'm2', 'm3']);
  });

  it('keep their order when our clock is an hour ahead of theirs', async () => {
    const slow = gate();
    const created = present - 3_600_000;
    const replicas = await Promise.all([bench.replica({ before: slow.pass }), bench.replica()]);
    const answers = ['m1', 'm2', 'm3', 'm4'].map(async (identity, index) => {
      await eventually(async () => expect(await waiting()).toBe(index));
      return replicas[index === 0 ? 0 : 1]?.receive(said(identity, member, created), member);
    });
    await eventually(async () => expect(await waiting()).toBe(4));
    slow.open();
    await Promise.all(answers);
    expect(await bench.journal()).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  it('cost Redis a few requests each, also when 200 come at the same moment', async () => {
    let asked = 0;
    const wrap = (store: InboxStore): InboxStore => ({
      ...store,
      begin(wanted, owner) {
        asked += 1;
        return store.begin(wanted, owner);
      },
    });
    const [one, two] = await Promise.all([bench.replica({ wrap }), bench.replica({ wrap })]);
    const identities = Array.from({ length: 200 }, (_, index) => `m${index}`);
    const answers = await Promise.all(
      identities.map((identity, index) => (index % 2 === 0 ? one : two).receive(said(identity), member)),
    );

    expect(answers).toEqual(identities.map((identity) => `${identity}: done`));
    expect(asked).toBeLessThan(6 * identities.length);
  });

  it('are not kept waiting by those of another', async () => {
    const slow = gate();
    const inbox = await bench.replica({
      before: ({ saying }) => (saying.from === member ? slow.pass() : undefined),
    });
    const answer = inbox.receive(said('m1'), member);
    await slow.reached;
    expect(await inbox.receive(said('n1', 'zhou.qi'), 'zhou.qi')).toBe('n1: done');
    slow.open();
    await answer;
  });

  it('wait for a dead process no longer than its claim, even when Redis is given another clock', async () => {
    const inbox = await bench.replica();
    const future = Date.now() + 3_600_000;
    const saying = said('m1');
    await bench.redis.rpush(
      bench.keys('inbox', member),
      `m1\n${future} ${future} nobody\n${JSON.stringify(saying)}`,
    );
    expect(await inbox.receive(said('m2'), member)).toBe('m2: done');
    expect(await bench.journal()).toEqual(['m1', 'm2']);
  });
});

describe('a message whose process died and which WeCom did not repeat', () => {
  it('does not take effect when the member has long given up on it, but the next one does', async () => {
    const inbox = await bench.replica();
    await bench.redis.rpush(
      bench.keys('inbox', member),
      `m1\n${Date.now() - 31_000} 0 -\n${JSON.stringify(said('m1'))}`,
    );
    expect(await inbox.receive(said('m2'), member)).toBe('m2: done');
    expect(await bench.journal()).toEqual(['m2']);
    expect(await bench.leftOver()).toEqual([]);
  });

  it('takes effect when WeCom repeats it after all', async () => {
    const inbox = await bench.replica();
    await bench.redis.rpush(
      bench.keys('inbox', member),
      `m1\n${Date.now() - 31_000} 0 -\n${JSON.stringify(said('m1'))}`,
    );
    expect(await inbox.receive(said('m1'), member)).toBe('m1: done');
  });

  it('goes by itself', async () => {
    const dead = gate();
    const dying = await bench.replica({ before: dead.pass });
    const lost = dying.receive(said('m1'), member);
    await dead.reached;
    expect(await bench.redis.ttl(bench.keys('inbox', member))).toBeGreaterThan(48 * 3600);
    dead.open();
    await lost;
  });
});

function waiting(): Promise<number> {
  return bench.redis.llen(bench.keys('inbox', member));
}
