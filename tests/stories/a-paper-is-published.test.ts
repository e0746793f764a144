import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/time/local-date.ts';
import { stories } from '../support/stories.ts';
import { bank, libraryWith, publish } from './a-paper-bank.ts';

const begin = stories();
const library = await libraryWith();

describe('the committee publishes a paper', () => {
  it('after a preview of who gets what when, and everybody is told once', async () => {
    const { person, settle, lists } = await begin({ library });
    const qian = person('钱文静');
    expect(await qian.says('发布测试 季度测试 全体 今天 12-10 20题')).toBe(
      [
        '预览（还没有发布）',
        '发给：全体 24 人（8 个单位）',
        '季度测试：20 题，单选 12、多选 4、判断 4。',
        '每人从题库里的 40 道题中抽，题目和选项的顺序各人不同。',
        '时间：今天到12月10日（周四）',
        '及格：60 分，次数不限',
        '限时：不限',
        '记名：否，只看人数和平均分',
        '通知：确认后就发',
        '[确认] [取消]',
      ].join('\n'),
    );
    expect(person('林晓棠').messages()).toHaveLength(0);
    expect(await qian.says('确认')).toBe('测试 1（季度测试）已发布，已通知 24 人。\n看进展发“测试 1”。');
    await settle();
    await settle();
    expect(person('林晓棠').lastMessage()?.text).toBe(
      [
        '测试 1 · 季度测试',
        '机关工委',
        '20 题，做到12月10日（周四）24:00。可以随时停下，回来接着做。',
        '每人的题和顺序都不同。60 分及格，次数不限，取最好的一次。',
        '成绩只有您自己看到，支部只看人数和平均分。',
        '[开始]',
      ].join('\n'),
    );
    const told = lists.people.filter(({ name }) =>
      person(name)
        .messages()
        .some(({ text }) => text.startsWith('测试 1 · 季度测试')),
    );
    expect(told).toHaveLength(24);
    for (const { name } of told) {
      if (name !== '钱文静') expect(person(name).messages()).toHaveLength(1);
    }
  });

  it.each(['12-01至12-10', '12月1日到12月10日', '12-01 至 12-10', '12.1~12.10'])(
    'with its days written as a range: %s',
    async (days) => {
      const { person } = await begin({ library });
      expect(await person('钱文静').says(`发布测试 小测 全体 ${days} 3题`)).toContain(
        '时间：12月1日（周二）到12月10日（周四）\n',
      );
    },
  );

  it('for a single day, which is said once', async () => {
    const { person } = await begin({ library });
    expect(await person('钱文静').says('发布测试 小测 全体 今天 今天 3题')).toContain('时间：今天一天\n');
  });

  it('with all that can be wished, in one line', async () => {
    const { person, settle } = await begin({ library });
    const qian = person('钱文静');
    const preview = await qian.says(
      '发布测试 换届知识 @机关一支部 今天 12-10 １０题 换届6 单选5 多选3 判断2 及格80 2次 30分钟 记名',
    );
    expect(preview).toContain('发给：机关一支部 9 人');
    expect(preview).toContain('换届知识：10 题，单选 5、多选 3、判断 2；其中换届 6。');
    expect(preview).toContain('及格：80 分，可做 2 次');
    expect(preview).toContain('限时：30 分钟');
    expect(preview).toContain('记名：是，本支部书记看得到成绩');
    await qian.says('确认');
    await settle();
    const told = person('林晓棠').lastMessage()?.text ?? '';
    expect(told).toContain('限时 30 分钟，点“开始”后计时，到时自动交卷。');
    expect(told).toContain('80 分及格，可以做 2 次，取最好的一次。');
    expect(told).toContain('这次记名：您所在支部的书记看得到您是否参加和成绩。');
    expect(person('马晓峰').messages()).toHaveLength(0);
  });

  it('for later: it is announced on its first morning, once although two copies run, around quiet hours', async () => {
    const { person, goTo } = await begin({ library, replicas: 2 });
    await person('周琪').says('免打扰 7:00-10:00');
    const qian = person('钱文静');
    expect(await qian.says('发布测试 季度测试 全体 12-01 12-10 20题')).toContain(
      '通知：12月1日（周二）8:00起',
    );
    expect(await qian.says('确认')).toBe(
      '测试 1（季度测试）已发布，12月1日（周二）8:00起通知大家。\n看进展发“测试 1”。',
    );
    expect(await person('林晓棠').says('测试')).toContain('1 季度测试 · 12月1日（周二）开始');
    expect(await person('林晓棠').says('测试 1')).toBe('测试 1 12月1日（周二）开始，到时候会告诉您。');

    const announced = (name: string) =>
      person(name)
        .messages()
        .filter(({ text }) => text.startsWith('测试 1 · 季度测试\n机关工委')).length;
    await goTo('2026-12-01 07:59');
    expect(announced('林晓棠')).toBe(0);
    await goTo('2026-12-01 08:00');
    await goTo('2026-12-01 08:01');
    expect(announced('林晓棠')).toBe(1);
    expect(announced('周琪')).toBe(0);
    await goTo('2026-12-01 10:00');
    expect(announced('周琪')).toBe(1);
    expect(announced('林晓棠')).toBe(1);
  });

  it('late in the evening: it can be taken at once and is announced in the morning', async () => {
    const { person, settle, goTo } = await begin({ library, start: '2026-11-20 22:10' });
    const qian = person('钱文静');
    expect(await qian.says('发布测试 小测 @机关一支部 今天 12-10 5题')).toContain('通知：明天（周六）8:00起');
    expect(await qian.says('确认')).toContain('已发布，9 人现在不便打扰，明天（周六）8:00起通知。');
    await settle();
    expect(person('林晓棠').messages()).toHaveLength(0);
    expect(await person('林晓棠').says('测试 1')).toContain('测试 1 · 1/5');
    await goTo('2026-11-21 08:00');
    await person('周琪').sees('测试 1 · 小测');
  });

  it('not after 取消, nor when nothing was confirmed', async () => {
    const { person } = await begin({ library });
    await person('钱文静').says('发布测试 小测 全体 今天 12-10 5题');
    expect(await person('钱文静').says('取消')).toBe('已取消：什么也没有改，什么也没有发。');
    expect(await person('林晓棠').says('测试')).toBe('现在没有给您的测试。想做题，发“答题”。');
  });

  it('with numbers that go on for ever', async () => {
    const world = await begin({ library });
    expect(await publish(world, '第一份 全体 今天 12-10 5题')).toContain('测试 1（第一份）');
    expect(await publish(world, '第二份 全体 今天 12-10 5题')).toContain('测试 2（第二份）');
    expect(await world.person('林晓棠').says('测试')).toBe(
      [
        '您的测试：',
        '2 第二份 · 5 题 · 12月10日（周四）截止',
        '1 第一份 · 5 题 · 12月10日（周四）截止',
        '开始做，发“测试 2”。',
      ].join('\n'),
    );
  });

  it('for some: others neither hear of it nor see it', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关二支部 今天 12-10 5题');
    const lin = world.person('林晓棠');
    expect(lin.messages()).toHaveLength(0);
    expect(await lin.says('测试')).toContain('现在没有给您的测试');
    expect(await lin.says('测试 1')).toBe('没有给您的第 1 号测试。发“测试”看您的。');
    expect(await lin.says('测试 1 第1题 A')).toBe('没有给您的第 1 号测试。发“测试”看您的。');
    expect(await world.person('陈志刚').says('测试 1')).toBe('没有给您的第 1 号测试。发“测试”看您的。');
  });

  it.each([
    ['发布测试', '还缺名称。例如：发布测试 季度测试 全体 12-01 12-10 20题'],
    [
      '发布测试 季度 测试 全体 12-01 12-10 20题',
      '“全体”写在名称后面，名称里不要有空格。例如：发布测试 季度测试 全体 12-01 12-10 20题',
    ],
    ['发布测试 12-01 12-10 季度测试 全体', '还缺题数和要求。例如：发布测试 季度测试 全体 12-01 12-10 20题'],
    ['发布测试 季度测试 全体 12-01 12-10', '还缺题数和要求。例如：发布测试 季度测试 全体 12-01 12-10 20题'],
    ['发布测试 季度测试 全体 2026-02-30 12-10 20题', '开始日期“2026-02-30”不是日历上有的日子。'],
    ['发布测试 季度测试 全体 12-10 12-01 20题', '结束日期12月1日（周二）比开始日期12月10日（周四）早'],
    ['发布测试 季度测试 全体 11-01 11-10 20题', '开始日期11月1日（周日）已经过去了。'],
    ['发布测试 季度测试 全体 12-01 2099-01-01 20题', '太远了，请写 366 天以内的。'],
    ['发布测试 季度测试 全体 12-01 12-10 0题', '题数“0”不行，要在 1 到 100 之间。'],
    ['发布测试 季度测试 全体 12-01 12-10 1000题', '题数“1000”不行，要在 1 到 100 之间。'],
    [
      '发布测试 季度测试 全体 12-01 12-10 90题',
      '题库里现在能用的有 40 道，不够 90 题。可以减少题数，例如：40题',
    ],
    ['发布测试 季度测试 全体 12-01 12-10 20题 廉政8', '题库里没有标签“廉政”。现有：换届、党费。'],
    ['发布测试 季度测试 @没有这个支部 12-01 12-10 20题', '没有叫“没有这个支部”的组织'],
    ['发布测试 季度测试 所有人 12-01 12-10 20题', '没有看懂发给谁：“所有人”。'],
    ['发布测试 季度测试 全体 12-01 12-10 20题 随便', '没有看懂“随便”。'],
    ['发布测试 绝密测试 全体 12-01 12-10 20题', '像是涉密或内部文件的标记'],
    [`发布测试 ${'长'.repeat(3000)} 全体 12-01 12-10 20题`, '名称太长了：3000 个字'],
  ])('refuses %s', async (line, said) => {
    const { person } = await begin({ library });
    expect(await person('钱文静').says(line)).toContain(said);
    expect(await person('钱文静').says('确认')).toContain('没有等您确认的内容');
  });

  it('not from an empty bank', async () => {
    const { person } = await begin({ library: await libraryWith([]) });
    expect(await person('钱文静').says('发布测试 小测 全体 今天 12-10 5题')).toContain(
      '题库里现在没有能用的题',
    );
  });

  it('is the committee’s to do, and told so to whoever else tries', async () => {
    const { person } = await begin({ library });
    expect(await person('陈志刚').says('发布测试 小测 @机关一支部 今天 12-10 5题')).toBe(
      '“发布测试”由机关工委使用。\n发“帮助”看看您能做什么。',
    );
  });

  it('from what does not expire before its end', async () => {
    const expiring = bank.slice(0, 5).map((question) => ({ ...question, expires: localDate(2026, 12, 9) }));
    const { person } = await begin({ library: await libraryWith(expiring) });
    expect(await person('钱文静').says('发布测试 小测 全体 今天 12-10 5题')).toContain('没有能用的题');
    expect(await person('钱文静').says('发布测试 小测 全体 今天 12-09 5题')).toContain('单选 5');
  });
});
