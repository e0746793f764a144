import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import { libraryWith, publish, rightOn, takePaper } from './a-paper-bank.ts';

const begin = stories();
const library = await libraryWith();
const untilThursday = '小测 全体 今天 12-10 10题';

describe('a secretary looks at a paper', () => {
  it('in figures of the own branch, with denominators and cut-off', async () => {
    const world = await begin({ library, start: '2026-11-20 15:20' });
    await publish(world, untilThursday);
    const chen = world.person('陈志刚');
    expect(await chen.says('测试 1')).toBe(
      '测试 1 · 小测\n机关一支部（截至 15:20）\n做过 0/9 人\n[我来做] [提醒]',
    );
    await takePaper(world.person('林晓棠'), 1);
    await takePaper(world.person('周琪'), 1, [1, 2, 3, 4, 5]);
    const first = await world.person('张三').says('测试 1');
    await world.person('高美芳').says('测试 1 开始');
    expect(first).toContain('第一党小组'); // 小组长 张三 sees figures, too
    expect(await chen.says('测试 1')).toBe(
      [
        '测试 1 · 小测',
        '机关一支部（截至 15:20）',
        '做过 2/9 人，做到一半 1 人',
        '做过的不到 3 人，先不显示分数，免得看出是谁。',
        '[我来做] [提醒]',
      ].join('\n'),
    );
    await takePaper(world.person('徐乐乐'), 1);
    const figures = await chen.says('测试 1');
    expect(figures).toContain('做过 3/9 人，做到一半 1 人\n平均 83 分，及格 2/3');
    for (const name of ['林晓棠', '周琪', '徐乐乐']) expect(figures).not.toContain(name);
    expect(await world.person('于慧敏').says('测试 1')).toContain('典藏部支部（截至 15:20）\n做过 0/2 人');
    expect(await world.person('钱文静').says('测试 1')).toContain('做过 3/24 人');
  });

  it('and at the questions that were missed most', async () => {
    const six = '小测 全体 今天 12-10 24题 单选24';
    const world = await begin({ library });
    await publish(world, six);
    const everyPlace = Array.from({ length: 24 }, (_, index) => index + 1);
    await takePaper(world.person('林晓棠'), 1, everyPlace);
    await takePaper(world.person('周琪'), 1, everyPlace);
    await takePaper(world.person('徐乐乐'), 1);
    await takePaper(world.person('徐乐乐'), 1); // the first try is what counts here
    const figures = await world.person('陈志刚').says('测试 1');
    expect(figures).toContain('平均 33 分，及格 1/3\n错得多的（第一次做时）：');
    expect(figures.match(/^2\/3 题目 s\d+：$/gmu)).toHaveLength(3);
    // The editor of the bank sees the same, over all papers.
    expect(await world.person('钱文静').says('题库 s1')).toMatch(/答过 3 次，答对 1；错选 /u);
  });

  it('takes it, too: the own paper is one tap away', async () => {
    const world = await begin({ library });
    await publish(world, untilThursday);
    const chen = world.person('陈志刚');
    await chen.says('测试 1');
    await chen.taps('我来做');
    const first = await chen.sees('测试 1 · 1/10');
    await chen.says(rightOn(first.text));
    expect(await chen.says('测试 1')).toContain('[接着做] [提醒]');
    await chen.taps('接着做');
    await world.settle();
    expect(chen.lastMessage()?.text).toContain('测试 1 · 2/10');
    await takePaper(chen, 1);
    expect(await chen.says('测试 1')).toContain('[我的结果] [提醒]');
    expect(await chen.says('测试 1 结果')).toContain('答对 10/10');
  });

  it('in a list, also of papers that only the own people take', async () => {
    const world = await begin({ library });
    await publish(world, '青年测试 #青年 今天 12-10 10题');
    await publish(world, '书记测试 书记 今天 12-10 10题');
    expect(await world.person('陈志刚').says('测试')).toBe(
      [
        '您的测试：',
        '2 书记测试 · 10 题 · 12月10日（周四）截止',
        '开始做，发“测试 2”。',
        '您管的人的测试：',
        '1 青年测试 · 做到12月10日（周四）',
        '看进展，发“测试 1”。',
      ].join('\n'),
    );
    // Of a paper that is for nobody but oneself there are no figures: it begins at once.
    expect(await world.person('陈志刚').says('测试 2')).toContain('测试 2 · 1/10');
    expect(await world.person('陈志刚').says('测试 1')).toContain('做过 0/4 人');
    expect(await world.person('钱文静').says('测试')).toContain('您管的人的测试：\n2 书记测试');
  });

  it('with names only when the paper was published so, and only of the own branch', async () => {
    const world = await begin({ library });
    await publish(world, '小测 全体 今天 12-10 10题');
    await publish(world, '年终测试 全体 今天 12-10 10题 记名');
    expect(await world.person('林晓棠').says('测试 2')).toContain('这次记名：您所在支部的书记看得到');
    await takePaper(world.person('林晓棠'), 2, [1]);
    await takePaper(world.person('曹磊'), 2);
    const chen = world.person('陈志刚');
    expect(await chen.says('测试 1 名单')).toBe('测试 1 发布时没有记名，只有人数和平均分，没有名单。');
    expect(await chen.says('测试 2')).toContain('名单发“测试 2 名单”。');
    expect(await world.person('钱文静').says('测试 2')).not.toContain('名单');
    const names = await chen.says('测试 2 名单');
    expect(names).toContain('测试 2 · 机关一支部（记名）\n做过 1/9：林晓棠 90\n还没有做：陈志刚、何雨晴、');
    expect(names).not.toContain('曹磊');
    for (const name of ['林晓棠', '张三', '孙海波', '钱文静']) {
      expect(await world.person(name).says('测试 2 名单')).toBe('名单只给本支部的书记、副书记和委员看。');
    }
  });
});

describe('a secretary reminds of a paper', () => {
  it('only those who have not handed it in, at most every half an hour', async () => {
    const world = await begin({ library });
    await publish(world, untilThursday);
    await takePaper(world.person('林晓棠'), 1);
    await world.person('周琪').says('测试 1');
    const chen = world.person('陈志刚');
    expect(await chen.says('提醒 测试 1')).toBe(
      '已提醒 7 人（机关一支部 9 人，做过 1，免提醒或离退 1）。\n30 分钟内不会重复提醒同一件事。',
    );
    await world.settle();
    const reminders = (name: string) =>
      world
        .person(name)
        .messages()
        .filter(({ text }) => text.includes('您还没有交卷，有空时做一做。'));
    expect(reminders('周琪')).toHaveLength(1);
    expect(reminders('林晓棠')).toHaveLength(0);
    expect(reminders('吴刚')).toHaveLength(0); // 免提醒
    expect(reminders('曹磊')).toHaveLength(0); // another branch
    expect(await world.person('何雨晴').says('提醒测试')).toBe(
      '30 分钟内已经提醒过测试 1 了，30 分钟后可以再提醒。',
    );
    // Another thing may be reminded of.
    expect(await chen.says('提醒 学习')).toMatch(/^已提醒/u);
    await world.goTo('2026-11-20 09:30');
    expect(await chen.says('提醒 测试')).toMatch(/^已提醒 7 人/u);
  });

  it.each([
    ['提醒 测试', '现在没有开着的测试，不用提醒。'],
    ['提醒 测试 9', '没有给您的第 9 号测试。'],
    ['提醒 测试 1', '测试 1 还没有开始，不用提醒。'],
    ['提醒测试1', '测试 1 还没有开始，不用提醒。'],
    ['提醒 测试 x', '“x”没有看懂，应当是编号。'],
    ['提醒 学习 1', '学习没有编号。例如：提醒 学习'],
  ])('is told what is wrong with %s', async (line, said) => {
    const world = await begin({ library });
    await publish(world, '小测 全体 12-01 12-10 10题');
    expect(await world.person('陈志刚').says(line)).toContain(said);
  });

  it('not after its end, and by number when two are open', async () => {
    const world = await begin({ library });
    await publish(world, '第一份 全体 今天 11-20 5题');
    await publish(world, '第二份 全体 今天 12-10 5题');
    const chen = world.person('陈志刚');
    expect(await chen.says('提醒 测试')).toBe('现在开着的测试有 1、2 号，请带上编号，例如：提醒 测试 1');
    await world.goTo('2026-11-21 09:00');
    expect(await chen.says('提醒 测试 1')).toContain('测试 1 已经截止，不能再提醒了。');
    expect(await chen.says('提醒 测试')).toMatch(/^已提醒/u);
  });
});

describe('what is kept of papers', () => {
  it('is shown to the person; single answers go after 90 days, or when the person wants', async () => {
    const world = await begin({ library });
    await publish(world, untilThursday);
    const [lin, zhou] = [world.person('林晓棠'), world.person('周琪')];
    await takePaper(lin, 1, [1]);
    await takePaper(zhou, 1, [1]);
    expect(await lin.says('我的数据')).toContain('测试：成绩 1 份，其中 1 份还存着每题的答案');
    expect(await lin.says('删除我的可选数据')).toContain('测试里每题的答案');
    await lin.says('确认');
    expect(await lin.says('我的数据')).toContain('测试：成绩 1 份，其中 0 份还存着每题的答案');
    expect(await lin.says('测试 1')).toContain('答对 9/10（60 分及格）。\n[再做一次]');
    expect(await lin.says('测试 1 解析')).toBe('每题的答案只留 90 天，测试 1 的已经删了，只留着成绩。');

    const stored = () => world.redis.hget(`${world.settings.redisPrefix}:{b}:paper:1:of:zhou.qi`, '1');
    await world.goTo('2027-02-18 04:00'); // 90 days later
    expect(await stored()).toContain('|');
    await world.goTo('2027-02-19 04:00');
    expect(await stored()).toMatch(/^\w+ 9 p$/u);
    expect(await zhou.says('测试 1 结果')).toContain('90 分，及格');
  });
});
