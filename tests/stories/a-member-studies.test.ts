import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a member studies', () => {
  it('gets one card on the morning of a working day, and taps it done', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 08:29' });
    const lin = person('林晓棠');

    await goTo('2026-11-20 08:30');
    expect(lin.messages()).toHaveLength(1);
    expect(lin.lastMessage()?.text).toMatch(/^三会一课各是什么、多久一次\n约 2 分钟\n/u);

    await goTo('2026-11-20 08:41');
    await lin.taps('已学完');
    await lin.sees('已学完 11-20 08:41');
    expect(lin.messages()).toHaveLength(1);
  });

  it('sees today’s item on asking, marks it done by typing, and is told when it was done already', async () => {
    const { person } = await begin();
    const lin = person('林晓棠');

    expect(await lin.says('学习')).toContain('三会一课各是什么、多久一次');
    expect(await lin.says('已学')).toBe('已记下：三会一课各是什么、多久一次。\n要签到，发“签到”。');
    expect(await lin.says('已学完')).toBe('这条已经记过了，今天 9:00。');
    expect(await lin.says('学习')).toBe(
      '“三会一课各是什么、多久一次”已经学完了（今天 9:00）。\n想再看，发“学习 全文”；想多看一条，发“学习 换一条”。',
    );
  });

  it('is not sent again what was asked for before the push', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 07:50' });
    const lin = person('林晓棠');
    await lin.says('学习');
    await lin.says('答题');
    await goTo('2026-11-20 08:30');
    expect(lin.messages().filter(({ from }) => from === 'bot')).toHaveLength(2);
  });

  it('gets the next item on the next working day, none at the weekend, and the latest one on asking then', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 08:29' });
    const lin = person('林晓棠');
    await goTo('2026-11-20 08:30');
    await goTo('2026-11-21 08:30');
    await goTo('2026-11-22 08:30');
    expect(lin.messages()).toHaveLength(1);
    expect(await lin.says('学习')).toContain('三会一课各是什么、多久一次');

    await goTo('2026-11-23 08:30');
    expect(lin.lastMessage()?.text).not.toContain('三会一课各是什么');
  });

  it('studies on make-up days and rests on holidays that fall on weekdays', async () => {
    const { person, goTo } = await begin({ start: '2026-09-30 12:00' });
    const lin = person('林晓棠');
    await goTo('2026-10-01 08:30');
    await goTo('2026-10-07 08:30');
    expect(lin.messages()).toHaveLength(0);
    await goTo('2026-10-10 08:30'); // a Saturday worked in exchange
    expect(lin.messages()).toHaveLength(1);
  });

  it('marks the card of an earlier day done, too', async () => {
    const { person, goTo } = await begin({ start: '2026-11-19 08:29' });
    const lin = person('林晓棠');
    await goTo('2026-11-19 08:30');
    await goTo('2026-11-20 08:30');
    const [yesterday] = lin.messages();
    if (yesterday === undefined) throw new Error('there was no push');
    await lin.taps('已学完', { card: yesterday.id });
    await lin.sees('已学完 11-20 08:30');
    expect(await lin.says('已学')).toMatch(/^已记下：/u);
  });

  it('reads the whole text, takes another item, and finds old ones', async () => {
    const { person, goTo } = await begin();
    const lin = person('林晓棠');
    await lin.says('学习');
    expect(await lin.says('学习 全文')).toContain('依据：支部工作条例（试行）');
    const other = await lin.says('学习 换一条');
    expect(other).not.toContain('三会一课各是什么');
    const list = await lin.says('学习列表');
    expect(list.split('\n')).toHaveLength(4);
    expect(await lin.says('搜索 huanjie')).toContain('换届');
    expect(await lin.says('看 k01')).toContain('三会一课');
    expect(await lin.says(`搜索 ${'天气股票'.repeat(1000)}`)).toBe(
      '没有找到“天气股票天气股票天气股票天气股票天气股…”。换个短一点的词试试，例如：搜索 换届',
    );
    // A rule, a study item and a question, each with the words that open it.
    const found = await lin.says('搜索 换届');
    for (const words of ['搜换届', '搜一下换届', '查找 换届']) expect(await lin.says(words)).toBe(found);
    for (const line of [/规定：\S+换届\n　.+（看 \S+换届）/u, /（看 K08）/u, /题目：.+\n　.+（看 q\d+）/u]) {
      expect(found).toMatch(line);
    }
    expect(found).toMatch(/\n想打开哪条，发它前面的数字，例如 1。$/u);
    const numbered = (line: string): string =>
      new RegExp(`^(\\d) .*\\n.*（${line}）`, 'mu').exec(found)?.[1] ?? '';
    expect(await lin.says(numbered('看 K08'))).toContain('换届');
    expect(await lin.says(`看 ${numbered('看 q\\d+')}`)).toContain('答案是');
    // Something else is shown now, so a number alone means nothing of the search any more.
    await lin.says('答题');
    expect(await lin.says('1')).not.toContain('依据：');
    await lin.says('搜索 换届');
    await lin.says('通知');
    expect(await lin.says('1')).not.toContain('依据：');
    await lin.says('搜索 换届');
    await goTo('2026-11-20 10:00');
    expect(await lin.says('1')).not.toContain('依据：');
    expect(await lin.says('看 支部换届')).toMatch(/^支部换届（党支部）\n支委会每届任期一般三年.*\n依据：/u);
    expect(await lin.says('看 q13')).toContain('答案是 C. 6 个月。');
    expect(await lin.says('看 团支部换届')).toContain('没有代号或名称是“团支部换届”的内容');
  });

  it('checks in once a day', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 08:32' });
    const lin = person('林晓棠');
    expect(await lin.says('签到')).toBe(
      '今天的学习签到已记下（11月20日 周五）。\n想看今天的内容，发“学习”。',
    );
    await goTo('2026-11-20 15:00');
    expect(await lin.says('ｑｉａｎｄａｏ')).toBe('您是想发“签到”吗？回复“是”，或发“帮助”。');
    expect(await lin.says('是')).toBe('今天已经签过了，8:32。');
    await goTo('2026-11-21 00:01');
    expect(await lin.says('打卡')).toContain('已记下（11月21日 周六）');
  });

  it('sees the own state on one screen and everything that is stored, and has it erased', async () => {
    const { person } = await begin();
    const lin = person('林晓棠');
    await lin.says('签到');
    await lin.says('学习');
    await lin.says('已学');
    expect(await lin.says('我的')).toBe(
      [
        '林晓棠 · 机关一支部',
        '学习：本周 1/5 天',
        '答题：今天的还没有看（自愿）',
        '签到：今天 9:00',
        '学时：0/32（还有 30 个工作日）',
        '通知：没有等您确认的',
        '下一步：想答今天的一题，发“答题”',
      ].join('\n'),
    );
    expect(await lin.says('我的数据')).toContain('学习：送过 1 条，学完 1 条\n');

    expect(await lin.says('删除我的可选数据')).toContain('删除后不能找回');
    expect(await lin.says('确认')).toContain('已删除');
    expect(await lin.says('我的数据')).toContain('学习：送过 0 条，学完 0 条\n');
  });
});
