import { afterEach, describe, expect, it, vi } from 'vitest';
import { startReplica, type StartedReplica } from '../support/replica-start.ts';
import { tapRedis, type RedisTap } from '../support/replica-tap.ts';
import { world, type World } from '../support/world.ts';

/** What has to be put away after a test, in this order. */
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

interface Stage {
  readonly here: World;
  /** Is cut off from Redis, which to everybody else looks as if it was killed. */
  readonly dying: StartedReplica;
  readonly tap: RedisTap;
  readonly living: StartedReplica;
}

/** A room with one person in it, its first question on the way to being asked. */
async function begin(): Promise<Stage> {
  const here = await world({ replicas: 0 });
  const tap = await tapRedis(here.redisUrl);
  const [dying, living] = await Promise.all([
    startReplica(here, { redisUrl: tap.url, queueUrl: here.redisUrl }),
    startReplica(here),
  ]);
  open.push(
    () => dying.stop(),
    () => living.stop(),
    () => tap.close(),
    () => here.close(),
  );
  here.simulator.setCallbackUrl(living.callbackUrl);
  await living.settle();
  await here.person('陈志刚').says('发起竞赛 换届知识 本支部 2题');
  await here.person('陈志刚').says('确认');
  await living.settle();
  await here.person('林晓棠').says('加入');
  await here.person('陈志刚').says('竞赛 1 开始');
  return { here, dying, tap, living };
}

/** Lets the replica take so many round trips of a heartbeat, then takes Redis away from it. */
async function dieAfter({ dying, tap }: Stage, requests: number): Promise<void> {
  let cut = false;
  tap.cutAfter(requests, () => {
    cut = true;
    tap.refuse();
  });
  // What it was doing fails, as it should.
  await dying.app.tick().catch(() => {});
  if (!cut) tap.refuse();
}

describe('a process that dies in the middle of a step', () => {
  // The steps of a heartbeat take fewer round trips than this.
  it.each(Array.from({ length: 14 }, (_, index) => index))(
    'after %i round trips leaves the question asked exactly once',
    async (requests) => {
      const stage = await begin();
      const { here, living } = stage;
      await dieAfter(stage, requests);
      await living.settle();
      const lin = here.person('林晓棠');
      expect(lin.messages().filter(({ text }) => text.includes('第 1/2 题'))).toHaveLength(1);
      expect(await lin.says('竞赛 1')).toContain('第 1/2 题');
    },
  );

  it('leaves a room that was ended to others, who add it up', async () => {
    const stage = await begin();
    const { here, living } = stage;
    await living.settle();
    await here.person('陈志刚').says('结束竞赛 1');
    await here.person('陈志刚').says('确认');
    expect(await here.person('林晓棠').says('竞赛 1')).toContain('结果正在算');
    await dieAfter(stage, 1);
    await living.settle();
    expect(await here.person('林晓棠').says('竞赛 1')).toContain('参加 0/9 人');
    expect(
      here
        .person('林晓棠')
        .messages()
        .filter(({ text, from }) => from === 'bot' && text.includes('本支部和您自己的成绩')),
    ).toHaveLength(1);
  });
});

describe('a process that has lost Redis', () => {
  it('goes on with its rooms when Redis is back', async () => {
    const stage = await begin();
    const { here, dying, tap } = stage;
    await dieAfter(stage, 0);
    expect(here.person('林晓棠').lastMessage()?.text).not.toContain('第 1/2 题');
    tap.restore();
    await vi.waitFor(
      async () => {
        await dying.settle();
        expect(here.person('林晓棠').lastMessage()?.text).toContain('第 1/2 题');
      },
      { timeout: 10_000 },
    );
  });
});
