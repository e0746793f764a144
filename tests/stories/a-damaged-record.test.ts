import { afterEach, describe, expect, it } from 'vitest';
import { world as open, type World } from '../support/world.ts';

// Not by `stories()`, for which a logged fault is a failure: here the operator has to hear of one.
let world: World;
afterEach(() => world.close());

/** What somebody who edits Redis by hand, or a disk, may leave of a record. */
async function damage(...names: readonly string[]): Promise<void> {
  const { redis, settings } = world;
  for (const name of names) {
    const key = `${settings.redisPrefix}:{b}:${name}`;
    expect(await redis.type(key)).toBe('string');
    await redis.set(key, '{"number":1,"na');
  }
}

describe('a damaged record', () => {
  it('counts as not there, and stops nothing else', async () => {
    world = await open();
    const [qian, chen] = [world.person('钱文静'), world.person('陈志刚')];
    for (const [who, line] of [
      [qian, '通知 全体 请核对名册'],
      [qian, '通知 全体 定时 明天9点 请带党徽'],
      [qian, '发布测评 机关作风满意度 全体 今天 12-01'],
      [chen, '发起挑战 换届知识 本支部 11-20 11-30 5题'],
    ] as const) {
      for (const _ of ['damaged', 'sound']) {
        await who.says(line);
        await who.says('确认');
      }
    }
    await world.settle();
    await damage('notice:1', 'notice:3', 'survey:1', 'contest:1');

    const lin = world.person('林晓棠');
    expect(await lin.says('通知')).toContain('请核对名册');
    expect(await lin.says('测评')).toContain('2 机关作风满意度');
    expect(await lin.says('测评 1')).toContain('没有给您的第 1 号测评');
    expect(await lin.says('挑战')).toContain('2 换届知识');
    expect(await qian.says('回执 1')).toContain('没有');
    expect(await qian.says('回执 2')).toContain('24');
    expect(await qian.says('统计 全部')).toContain('通知');
    expect(await qian.says('排期 明天')).toContain('请带党徽');
    expect(await lin.says('我的')).toContain('通知');

    await world.goTo('2026-11-21 09:00');
    await lin.sees('请带党徽');
    const faults = world.logged.filter((line) => line.includes('"level":"error"')).join('\n');
    expect(faults).toContain('reading contest 1;');
    expect(faults).toMatch(/do what was due with the notices [0-9, ]*3\b/u);
  });
});
