import { describe, expect, it } from 'vitest';
import { commands } from '../../handlers/index.ts';
import { suggest } from '../../src/chat/suggestions.ts';

describe('did you mean', () => {
  it.each([
    ['qiandao', '签到'],
    ['QIANDAO', '签到'],
    ['签道', '签到'],
    ['前到', '签到'],
    ['签', '签到'],
    ['xuexi', '学习'],
    ['学系', '学习'],
    ['wode', '我的'],
    ['tongzhi', '通知'],
    ['bangzhu', '帮助'],
    ['搜所 换届', '搜索'],
    ['qian dao', '签到'],
    ['Qian Dao', '签到'],
    ['我要签到', '签到'],
    ['帮我签到一下', '签到'],
    ['请问怎么签到', '签到'],
    ['我的学时', '学时'],
    ['没收到', undefined],
    ['收不到', undefined],
    ['参加不了', undefined],
    ['今天不便吗', '今天不便'],
    ['好的', undefined],
    ['食堂', undefined],
    ['今天天气怎么样', undefined],
    ['😀😀', undefined],
  ])('%s → %s', async (said, expected) => {
    const [first] = await suggest(said, commands);
    expect(first).toBe(expected);
  });

  it('does not search through long texts', async () => {
    expect(await suggest('a'.repeat(3000), commands)).toEqual([]);
  });

  it('offers only what the person may do', async () => {
    const allowed = commands.filter(({ role }) => role === 'member');
    expect(await suggest('huizhi', allowed)).toEqual([]);
    expect(await suggest('huizhi', commands)).toEqual(['回执']);
  });
});
