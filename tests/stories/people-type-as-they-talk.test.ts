import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

async function withNotice() {
  const world = await begin();
  const qian = world.person('钱文静');
  await qian.says('通知 @机关一支部 请核对名册');
  await qian.says('确认');
  await world.settle();
  return world;
}

describe('people type as they talk', () => {
  it.each([
    '收到。',
    '收到！',
    '收 到',
    '收到了',
    '已收到',
    '知道了',
    '收到，谢谢',
    '收到通知1',
    '收到 第1号',
    '收到1。',
  ])('%s confirms the notice', async (words) => {
    const { person } = await withNotice();
    expect(await person('林晓棠').says(words)).toBe('已确认通知 1。');
  });

  it.each(['没收到', '收不到', '我没有收到通知', '还没收到'])(
    '%s confirms nothing, nor does a 是 after it',
    async (words) => {
      const { person } = await withNotice();
      const lin = person('林晓棠');
      expect(await lin.says(words)).not.toContain('您是想发');
      expect(await lin.says('是')).not.toContain('已确认');
      expect(await person('钱文静').says('回执 1')).toContain('已确认 0/9');
    },
  );

  it('是 answers the question just asked, and none before it', async () => {
    const { person } = await withNotice();
    const lin = person('林晓棠');
    expect(await lin.says('shoudao')).toBe('您是想发“收到”吗？回复“是”，或发“帮助”。');
    await lin.says('学习');
    expect(await lin.says('是')).toContain('不知道您说的“是”指哪件事');
    await lin.says('shoudao');
    expect(await lin.says('是')).toBe('已确认通知 1。');
  });

  it.each([
    ['我要签到', '您是想发“签到”吗？回复“是”，或发“帮助”。'],
    ['qian dao', '您是想发“签到”吗？回复“是”，或发“帮助”。'],
    ['请问怎么签到', '签到：今天的学习签到，自愿，一天一次'],
    ['怎么请假？', '请假 '],
    ['我的学时', '您是想发“学时”吗？'],
    ['学分', '2026 年学时：0/32'],
    ['错题本', '没有要复习的错题。'],
    ['考试', '现在没有'],
    ['好的', '没有看懂“好的”。'],
  ])('%s, also while a question waits', async (words, answer) => {
    const { person } = await begin();
    const lin = person('林晓棠');
    expect(await lin.says(words)).toContain(answer);
    await lin.says('答题');
    expect(await lin.says(words)).toContain(answer);
  });

  it('what stands on a button may be typed as well, for ten minutes', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 09:00' });
    const lin = person('林晓棠');
    const first = await lin.says('学习');
    const other = await lin.says('换一条');
    expect(other).toContain('[已学完]');
    expect(other.split('\n')[0]).not.toBe(first.split('\n')[0]);
    await goTo('2026-11-20 09:11');
    expect(await lin.says('换一条')).toContain('没有看懂');
  });

  it('a notice may begin with a word that is also an order', async () => {
    const { person } = await begin();
    expect(await person('钱文静').says('通知 全体 定时体检安排已出')).toContain('——\n定时体检安排已出');
  });

  it.each([
    ['通知 明天开会', '还缺发给谁，或者还缺内容。例如：通知 全体 明天开会'],
    ['参加 abc', '“abc”没有看懂，应当是编号。例如：参加 7'],
    ['记学时 集中培训4学时 昨天 张三', '已记'],
  ])('%s', async (line, answer) => {
    const { person } = await begin({ start: '2026-11-20 09:00' });
    const who = line.startsWith('通知') ? '钱文静' : '陈志刚';
    expect(await person(who).says(line)).toContain(answer);
  });

  it('取消 says that everything stays as it is', async () => {
    const { person } = await begin();
    const lin = person('林晓棠');
    await lin.says('删除我的可选数据');
    expect(await lin.says('取消')).toBe('已取消：什么也没有改，什么也没有发。');
  });
});
