import { describe, expect, it } from 'vitest';
import { replaceRoster } from '../support/replace-roster.ts';
import { stories } from '../support/stories.ts';
import { confirming, dialogue, quietLibrary, remindersOn } from './a-dialogue.ts';
import { prepareRoster } from './a-roster.ts';

const begin = stories();
const library = await quietLibrary();
const without = (...userids: readonly string[]) =>
  prepareRoster((people) => people.filter(({ userid }) => !userids.includes(userid)));

describe('when whoever has a task leaves', () => {
  it('the officers of the branch can go on with it at once, and are told in the morning', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await say('陈志刚', '交办 张三 12-01 写小结');
    await replaceRoster(world, await without('zhang.san'));

    expect(await say('张三', '办结 1')).toContain('我还不认识这个账号');
    expect(await say('何雨晴', '事项 1')).toContain('[办结] [直接结束] [看经过]');
    expect(await remindersOn(world, '2026-11-23', '何雨晴')).toEqual([
      expect.stringContaining('任务 1 · 办理\n原来办的同志已经不在名册上，请接着办'),
    ]);
    expect(await remindersOn(world, '2026-11-24', '何雨晴')).toEqual([]);
    expect(await say('高美芳', '任务')).toContain('等您办的任务 1 件：\n1 任务 写小结');
    expect(await say('高美芳', '办结 1 补写了')).toContain('接下来：核验（机关一支部）');
    expect(await say('周琪', '事项 1')).toContain('没有您的第 1 号事项');
  });

  it('also when whoever gave it leaves; history keeps no name', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await say('张三', '交办 周琪 12-01 写小结');
    await say('周琪', '办结 1');
    await replaceRoster(world, await without('zhang.san'));
    expect(await say('陈志刚', '核验 1')).toContain('这件事办完了。');
    expect(await say('陈志刚', '事项 1 经过')).toContain('已调出的同志 · 发起');
  });

  it('also to officers who want no reminders: it is on their list, and nobody is written to', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await confirming(say)('钱文静', '督办 @机关二支部 12-01 补齐记录');
    const unreminded = ['sun.haibo', 'li.suyun'];
    await replaceRoster(
      world,
      await prepareRoster((people) =>
        people
          .filter(({ userid }) => !['ma.xiaofeng', 'song.jie'].includes(userid))
          .map((one) => (unreminded.includes(one.userid) ? { ...one, state: '免提醒' as const } : one)),
      ),
    );
    expect(await remindersOn(world, '2026-11-23', '孙海波')).toEqual([]);
    expect(await say('孙海波', '任务')).toContain('等您办的任务 1 件：\n1 督办 补齐记录');
  });

  it('and a branch without officers is followed by the committee above it', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await confirming(say)('钱文静', '督办 @机关二支部 12-01 补齐记录');
    await replaceRoster(world, await without('ma.xiaofeng', 'song.jie'));
    expect(await remindersOn(world, '2026-11-23', '孙海波')).toEqual([
      expect.stringContaining('督办 1 · 整改\n原来办的同志已经不在名册上'),
    ]);
    expect(await say('李素云', '办结 1 已补齐')).toContain('接下来：核验（云溪市直机关工委）');
  });
});

describe('what is stored of cases', () => {
  it('loses the accounts of people who left, and their own development altogether', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await say('陈志刚', '交办 张三 12-01 写小结');
    await say('张三', '办结 1');
    await say('陈志刚', '核验 1');
    await say('陈志刚', '发展党员 方一鸣');
    await say('陈志刚', '完成 2 11-10');
    await replaceRoster(world, await without('zhang.san', 'fang.yiming'));
    await world.goTo('2026-12-30 04:00');

    expect(await say('陈志刚', '事项 2')).toContain('没有您的第 2 号事项');
    expect(await say('陈志刚', '事项 1 经过')).toContain('已调出的同志 · 办结');
    const stored = await everything(world);
    expect(stored).not.toContain('fang.yiming');
    expect(stored.match(/zhang\.san/gu) ?? []).toEqual([]);
    // The number is not given out again.
    expect(await say('陈志刚', '交办 周琪 12-31 写小结')).toContain('任务 3：写小结');
  });

  it('goes two years after the end, of a development half a year', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await say('陈志刚', '交办 张三 12-01 写小结');
    await say('陈志刚', '事项 1 直接结束');
    await say('陈志刚', '发展党员 方一鸣');
    await say('陈志刚', '终止 2 调离');
    await world.goTo('2027-05-20 04:00');
    expect(await say('陈志刚', '事项 2')).toContain('已结束');
    await world.goTo('2027-05-21 04:00');
    expect(await say('陈志刚', '事项 2')).toContain('没有您的第 2 号事项');
    await world.goTo('2028-11-20 04:00');
    expect(await say('陈志刚', '事项 1')).toContain('已结束');
    await world.goTo('2028-11-21 04:00');
    expect(await say('陈志刚', '事项 1')).toContain('没有您的第 1 号事项');
    expect(await everything(world)).not.toContain('写小结');
  });
});

/** Every key and value of the cases. */
async function everything({ redis, settings }: Awaited<ReturnType<typeof begin>>): Promise<string> {
  const keys = (await redis.keys(`${settings.redisPrefix}:*`)).filter((key) => /:cases?(?::|$)/u.test(key));
  const values = await Promise.all(
    keys.map(async (key) => {
      const type = await redis.type(key);
      if (type === 'hash') return JSON.stringify(await redis.hgetall(key));
      if (type === 'list') return (await redis.lrange(key, 0, -1)).join();
      return type === 'set' ? (await redis.smembers(key)).join() : ((await redis.get(key)) ?? '');
    }),
  );
  return [...keys, ...values].join('\n');
}
