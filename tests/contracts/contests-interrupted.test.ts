import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { dieAfter, dieDuring, openDyingStage, type DyingStage } from '../support/replica-dying.ts';

const open: DyingStage[] = [];

afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

/** A room with one person in it, its first question on the way to being asked. */
async function begin(): Promise<DyingStage> {
  const stage = await openDyingStage();
  open.push(stage);
  const { here, living } = stage;
  await here.person('陈志刚').says('发起竞赛 换届知识 本支部 2题');
  await here.person('陈志刚').says('确认');
  await living.settle();
  await here.person('林晓棠').says('加入');
  await here.person('陈志刚').says('竞赛 1 开始');
  return stage;
}

describe('a process that dies in the middle of a step', () => {
  it(
    'after any number of round trips leaves the question asked exactly once',
    { timeout: 240_000 },
    async () => {
      let requests = 0;
      for (let isCut = true; isCut; requests += 1) {
        const stage = await begin();
        const { here, living } = stage;
        isCut = await dieDuring(stage, requests, ({ services }) =>
          services.contestSteps.advance(here.clock.now()),
        );
        await living.settle();
        const lin = here.person('林晓棠');
        expect(lin.messages().filter(({ text }) => text.includes('第 1/2 题'))).toHaveLength(1);
        expect(await lin.says('竞赛 1')).toContain('第 1/2 题');
        await open.pop()?.close();
      }
      expect(requests).toBeGreaterThan(3);
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
    await eventually(async () => {
      await dying.settle();
      expect(here.person('林晓棠').lastMessage()?.text).toContain('第 1/2 题');
    });
  });
});
