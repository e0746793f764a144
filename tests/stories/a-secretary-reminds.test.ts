import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a secretary reminds', () => {
  it('only those of the own branch who have not studied yet, and sees who that was in figures', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 08:29' });
    await goTo('2026-11-20 08:30');
    await person('林晓棠').taps('已学完');
    await person('周琪').says('已学');

    await goTo('2026-11-20 15:00');
    // The branch with its two groups: nine members, one of them 免提醒, two done.
    expect(await person('陈志刚').says('提醒 学习')).toBe(
      '已提醒 6 人（机关一支部 9 人，已学 2，免提醒或离退 1）。\n30 分钟内不会重复提醒同一件事。',
    );
    await settle();
    expect(person('徐乐乐').lastMessage()?.text).toContain('今天的学习还没有点“已学完”');
    expect(person('林晓棠').messages()).toHaveLength(1);
    expect(person('马晓峰').messages()).toHaveLength(1); // another branch: the push only
  });

  it('not again within half an hour, whoever of the branch asks', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 09:00' });
    expect(await person('陈志刚').says('提醒 学习')).toMatch(/^已提醒/u);
    await goTo('2026-11-20 09:12');
    expect(await person('何雨晴').says('提醒学习')).toBe('30 分钟内已经提醒过学习了，18 分钟后可以再提醒。');
    await goTo('2026-11-20 09:30');
    expect(await person('何雨晴').says('提醒 学习')).toMatch(/^已提醒/u);
  });

  it('nobody whom somebody else reminded of the same thing within half an hour', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 15:00' });
    expect(await person('张三').says('提醒 学习')).toMatch(/^已提醒 \d 人（机关一支部第一党小组 4 人/u);
    await settle();
    const zhou = person('周琪');
    expect(zhou.messages()).toHaveLength(1);
    await goTo('2026-11-20 15:01');
    expect(await person('陈志刚').says('提醒 学习')).toBe(
      '已提醒 5 人（机关一支部 9 人，已学 0，免提醒或离退 1，30 分钟内已有人提醒过 3）。\n30 分钟内不会重复提醒同一件事。',
    );
    await settle();
    // The bureau's committee has the branch below it.
    await goTo('2026-11-20 15:02');
    expect(await person('孙海波').says('提醒 学习')).toContain('30 分钟内已有人提醒过 8');
    await settle();
    expect(zhou.messages()).toHaveLength(1);
    await goTo('2026-11-20 15:30');
    expect(await person('张三').says('提醒 学习')).toMatch(/^已提醒/u);
    await settle();
    expect(zhou.messages()).toHaveLength(2);
  });

  it('nobody twice at the end of the quiet hours', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 09:00' });
    await person('周琪').says('免打扰 9:00-14:00');
    await person('张三').says('提醒 学习');
    await goTo('2026-11-20 10:00');
    expect(await person('陈志刚').says('提醒 学习')).toContain('30 分钟内已有人提醒过 1');
    await goTo('2026-11-20 14:00');
    await settle();
    expect(
      person('周琪')
        .messages()
        .filter(({ text }) => text.includes('还没有点')),
    ).toHaveLength(1);
  });

  it('of what belongs to today nobody who can be reached only tomorrow', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-23 22:30' });
    expect(await person('陈志刚').says('提醒 答题')).toBe(
      '现在没有能提醒到的人（机关一支部 9 人，今天答过 0，免提醒或离退 1，今天送不到 8）。\n8:00 到 21:00 之外不打扰；这是今天的事，明天不再提醒。',
    );
    expect(await person('陈志刚').says('提醒 学习')).toContain('今天送不到 8');
    await goTo('2026-11-24 08:01');
    await settle();
    expect(person('周琪').messages()).toEqual([]);
    await person('周琪').says('免打扰 12:00-8:30');
    await goTo('2026-11-24 12:00');
    expect(await person('陈志刚').says('提醒 答题')).toMatch(
      /^已提醒 7 人（机关一支部 9 人，今天答过 0，免提醒或离退 1，今天送不到 1）。\n今天送不到的人设了免打扰或今天不便；这是今天的事，明天不再提醒。/u,
    );
  });

  it('people in quiet hours later, and says so', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 09:00' });
    await person('周琪').says('免打扰 9:00-14:00');
    expect(await person('陈志刚').says('提醒 学习')).toContain('其中 1 人设了免打扰，今天 14:00起送达。');
    await settle();
    const before = person('周琪').messages().length;
    await goTo('2026-11-20 14:00');
    expect(person('周琪').messages()).toHaveLength(before + 1);
  });

  it('nobody on a day off, or when everybody is done', async () => {
    const { person, goTo } = await begin({ start: '2026-11-21 09:00' });
    expect(await person('陈志刚').says('提醒 学习')).toBe('今天不是工作日，没有当天的学习内容，不用提醒。');
    await goTo('2026-11-23 08:30');
    for (const name of ['于慧敏', '曹磊']) await person(name).says('已学');
    expect(await person('于慧敏').says('提醒 学习')).toBe('没有需要提醒的人（典藏部支部 2 人，已学 2）。');
  });

  it('only those who have not answered today’s question, with the question, and as something voluntary', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 08:29' });
    await goTo('2026-11-20 08:30');
    await person('林晓棠').says('b');
    await person('周琪').says('A'); // wrong is answered, too

    await goTo('2026-11-20 15:00');
    expect(await person('陈志刚').says('提醒 答题')).toBe(
      '已提醒 6 人（机关一支部 9 人，今天答过 2，免提醒或离退 1）。\n30 分钟内不会重复提醒同一件事。',
    );
    await settle();
    const xu = person('徐乐乐');
    expect(xu.lastMessage()?.text).toMatch(/^每日一题 · 单选\n今天的一题您还没有答。自愿，有空时答一答。\n/u);
    await xu.taps('B');
    await xu.sees('对。');
    expect(person('林晓棠').lastMessage()?.text).toMatch(/^对。/u);

    expect(await person('何雨晴').says('提醒答题')).toContain('30 分钟内已经提醒过答题了');
    expect(await person('陈志刚').says('提醒 学习')).toMatch(/^已提醒/u);
    await goTo('2026-11-20 15:30');
    expect(await person('陈志刚').says('提醒 答题')).toContain('今天答过 3');
  });

  it('of a question also those whom the morning’s message did not reach', async () => {
    const { person, settle } = await begin({ start: '2026-11-20 15:00' });
    expect(await person('陈志刚').says('提醒 答题')).toContain('已提醒 8 人（机关一支部 9 人，今天答过 0');
    await settle();
    expect(await person('林晓棠').says('B')).toMatch(/^对。/u);
  });

  it('of no question on a day off, and by no number', async () => {
    const { person } = await begin({ start: '2026-11-21 09:00' });
    expect(await person('陈志刚').says('提醒 答题')).toBe('今天不是工作日，没有每日一题，不用提醒。');
    expect(await person('陈志刚').says('提醒 答题 1')).toBe('答题没有编号。例如：提醒 答题');
  });

  it('as group leader the own group only', async () => {
    const { person } = await begin({ start: '2026-11-20 09:00' });
    expect(await person('张三').says('提醒 学习')).toContain('机关一支部第一党小组 4 人');
    expect(await person('张三').says('成员')).toContain('机关一支部第一党小组 · 共 4 人');
  });
});

describe('a secretary looks', () => {
  it('at the people and the figures of the own branch, each figure with its denominator and cut-off', async () => {
    const { person } = await begin({ start: '2026-11-20 15:20' });
    await person('林晓棠').says('签到');
    await person('林晓棠').says('学习');
    await person('林晓棠').says('已学');
    await person('周琪').says('答题');
    expect(await person('陈志刚').says('统计')).toContain('每日一题：已答 0/9（自愿）');
    await person('周琪').says('A');
    expect(await person('陈志刚').says('统计')).toBe(
      '机关一支部 · 今天（截至 15:20）\n学习：已学 1/9\n每日一题：已答 1/9（自愿）\n签到：1/9（自愿）\n本月的发“统计 本月”；提醒没有学的发“提醒 学习”。',
    );
    expect(await person('陈志刚').says('统计 本月')).toContain(
      '机关一支部 · 本月（截至 15:20，15 个工作日）\n学过至少一条：1/9\n一共学完：1 条\n答过题：1/9（自愿）\n签到过：1/9（自愿）',
    );
    expect(await person('陈志刚').says('成员')).toContain('书记：陈志刚');
  });

  it('at names of the own branch only, however much is below it', async () => {
    const { person, lists } = await begin();
    expect(await person('孙海波').says('成员')).toBe(
      [
        '云溪市数据局机关党委 · 共 18 人（正式党员 15，预备党员 1，入党积极分子 1，群众 1）',
        '书记：孙海波',
        '副书记：李素云',
        '机关一支部 10 人',
        '机关二支部 4 人',
        '离退休干部支部 2 人',
        '下面的组织这里只列人数，名单由各支部自己看。',
      ].join('\n'),
    );
    const all = await person('赵明远').says('成员');
    expect(all).toContain('云溪市图书馆党总支 6 人');
    expect(lists.people.filter(({ name }) => all.includes(name)).map(({ name }) => name)).toEqual([
      '赵明远',
      '钱文静',
    ]);
  });

  it('at nobody else’s branch', async () => {
    const { person } = await begin();
    expect(await person('于慧敏').says('成员')).not.toContain('林晓棠');
    expect(await person('于慧敏').says('统计')).toContain('典藏部支部');
  });
});

describe('a member', () => {
  it('is told who may do what a secretary does', async () => {
    const { person } = await begin();
    expect(await person('林晓棠').says('提醒 学习')).toBe(
      '“提醒”由小组长、书记、副书记、委员和机关工委使用。\n发“帮助”看看您能做什么。',
    );
    expect(await person('林晓棠').says('帮助')).not.toContain('提醒');
    expect(await person('林晓棠').says('通知 全体 大家好')).toContain('“通知”由机关工委使用');
  });
});
