import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standings, type Invited } from '../../src/meetings/invitation.ts';
import { createParticipantStore, type ParticipantStore } from '../../src/meetings/participant-store.ts';
import type { Participant } from '../../src/meetings/participant.ts';
import { approvals, leaveReasons, type Reply } from '../../src/meetings/reply.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
let participants: ParticipantStore;

beforeEach(async () => {
  redis = await testRedis();
  participants = createParticipantStore(redis.client, createKeys(redis.prefix));
});

afterEach(() => redis.close());

const write = (state: (work: StatedWork) => void): Promise<number | undefined> => {
  const work = createUnitOfWork();
  state(work);
  return commit(redis.client, work);
};

const invite = (number: number, invited: readonly Invited[]): Promise<number | undefined> =>
  write((work) => participants.invite(work, number, invited));

async function participant(userid: string, number = 7): Promise<Participant> {
  const [one] = await participants.of(userid, [number]);
  if (one === undefined) throw new Error(`${userid} is not invited`);
  return one;
}

const at = { date: localDate(2026, 11, 20), minute: 541 };
const coming: Reply = { kind: 'coming', round: 1, at };
const leave: Reply = { kind: 'leave', reason: '公差', approval: 'asked', round: 1, at };
const lin: Invited = { userid: 'lin.xiaotang', standing: 'voting' };

describe('the participants of a meeting', () => {
  it('are those who were invited, each in their place, however their account is spelled', async () => {
    const invited = standings.map((standing): Invited => ({ userid: `Li.${standing}`, standing }));
    await invite(7, invited);
    expect(await participants.all(7)).toMatchObject(
      invited.map(({ userid, standing }) => ({ userid: userid.toLowerCase(), standing, rollEntry: '' })),
    );
    expect(await participants.of('LI.guest', [6, 7, 8])).toMatchObject([
      undefined,
      { standing: 'guest' },
      undefined,
    ]);
    expect(await participants.all(8)).toEqual([]);
  });

  it('may have said already that they come, as whoever calls the meeting has', async () => {
    await write((work) => participants.invite(work, 7, [{ ...lin, reply: coming }]));
    expect(await participant('lin.xiaotang')).toMatchObject({
      standing: 'voting',
      reply: coming,
      rollEntry: '',
    });
  });

  it('are kept with all they said, and with their entry of the roll whatever it is', async () => {
    const leaves = leaveReasons.flatMap((reason) =>
      approvals.map((approval): Reply => ({ kind: 'leave', reason, approval, round: 12, at })),
    );
    const replies = [coming, ...leaves];
    await invite(
      7,
      replies.map((_, index) => ({ userid: `u${index}`, standing: 'withoutVote' })),
    );
    for (const [index, reply] of replies.entries()) {
      const before = await participant(`u${index}`);
      await write((work) => participants.change(work, 7, before, { reply }));
      const replied = await participant(`u${index}`);
      await write((work) => participants.change(work, 7, replied, { rollEntry: 'whatever it is' }));
    }
    expect(await participants.all(7)).toMatchObject(
      replies.map((reply) => ({ standing: 'withoutVote', reply, rollEntry: 'whatever it is' })),
    );
    const one = await participant('u0');
    await write((work) => participants.change(work, 7, one, { rollEntry: '' }));
    expect(await participant('u0')).toMatchObject({ reply: coming, rollEntry: '' });
  });

  it('do not lose what came in between: neither a reply nor an entry of the roll', async () => {
    await invite(7, [lin]);
    const before = await participant('lin.xiaotang');
    const both = await Promise.all([
      write((work) => participants.change(work, 7, before, { reply: coming })),
      write((work) => participants.change(work, 7, before, { rollEntry: 'pht9y7' })),
    ]);
    expect(both).toEqual([undefined, 0]);
    const replied = await participant('lin.xiaotang');
    await write((work) => participants.change(work, 7, replied, { rollEntry: 'pht9y7' }));
    expect(await write((work) => participants.change(work, 7, replied, { reply: leave }))).toBe(0);
    expect(await participant('lin.xiaotang')).toMatchObject({ reply: coming, rollEntry: 'pht9y7' });
  });

  it('who are forgotten are not invited again by a change that was underway', async () => {
    await invite(7, [lin, { userid: 'zhou.qi', standing: 'guest' }]);
    const before = await participant('lin.xiaotang');
    await write((work) => participants.forgetPerson(work, 7, 'LIN.xiaotang'));
    expect(await write((work) => participants.change(work, 7, before, { reply: coming }))).toBe(0);
    expect(await participants.all(7)).toMatchObject([{ userid: 'zhou.qi' }]);
    await write((work) => participants.forget(work, 7));
    expect(await participants.all(7)).toEqual([]);
    expect(await redis.client.keys(`${redis.prefix}:*`)).toEqual([]);
  });

  it('may be six hundred, or ten thousand', async () => {
    const many = Array.from({ length: 10_000 }, (_, index): Invited => ({ ...lin, userid: `u${index}` }));
    await invite(6, many.slice(0, 600));
    await invite(7, many);
    expect(await participants.all(6)).toHaveLength(600);
    expect(await participants.all(7)).toHaveLength(10_000);
    const before = await participant('u599', 6);
    await write((work) => participants.change(work, 6, before, { reply: leave }));
    expect(await participant('u599', 6)).toMatchObject({ reply: leave });
  });

  it('are not there where the value is damaged, and a damaged reply is none and can be given again', async () => {
    const key = `${redis.prefix}:{b}:meeting:7:people`;
    await redis.client.hset(key, { a: '', b: 'x', c: '{"standing":"voting"}', lin: 'v1 2026-11-20 541' });
    expect(await participants.all(7)).toMatchObject([{ userid: 'lin', standing: 'voting' }]);
    const before = await participant('lin');
    expect(before).not.toHaveProperty('reply');
    expect(await write((work) => participants.change(work, 7, before, { reply: coming }))).toBeUndefined();
    expect(await participant('lin')).toMatchObject({ reply: coming });
  });
});

describe('the participants of a branch', () => {
  it('are kept densely: one value of less than 64 bytes each, also with the longest of everything', async () => {
    const people = Array.from({ length: 40 }, (_, index) => `chen.zhigang${index}`);
    await invite(
      7,
      people.map((userid) => ({ userid, standing: 'voting' })),
    );
    for (const userid of people) {
      const before = await participant(userid);
      const reply: Reply = { ...leave, round: 999 };
      const rollEntry = 'oht9zz999d:chen.zhigang39';
      await write((work) => participants.change(work, 7, before, { reply, rollEntry }));
    }
    const key = `${redis.prefix}:{b}:meeting:7:people`;
    expect(await redis.client.object('ENCODING', key)).toMatch(/^(?:listpack|ziplist)$/u);
  });
});
