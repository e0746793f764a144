import { describe, expect, it } from 'vitest';
import { prepareRoster } from './a-roster.ts';
import { stories } from '../support/stories.ts';
import { dialogue, quietLibrary, remindersOn } from './a-dialogue.ts';

const begin = stories();
const library = await quietLibrary();

describe('a task with a deadline', () => {
  it('is reminded of before it, by whoever has to do it only; later its giver hears of it, privately', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await say('陈志刚', '交办 张三 12-01 写出支部学习小结');
    // Three days before is a Saturday: the Friday before, not the Monday after.
    expect(await remindersOn(world, '2026-11-27', '张三')).toEqual([
      '任务 1 还有 4 天到期\n写出支部学习小结 · 办理（张三），12月1日（周二）前\n[看 1 号]',
    ]);
    expect(await remindersOn(world, '2026-11-30', '张三')).toEqual([
      expect.stringContaining('任务 1 明天到期'),
    ]);
    expect(await remindersOn(world, '2026-12-01', '张三')).toEqual([]);
    const before = world.person('陈志刚').messages().length;
    await world.goTo('2026-12-02 09:30');
    await world.goTo('2026-12-02 09:31');
    expect(world.person('张三').lastMessage()?.text).toContain('任务 1 过了期限 1 天');
    expect(world.person('陈志刚').messages()[before]?.text).toBe(
      [
        '任务 1 过了期限 1 天',
        '只告诉有关负责人，没有公开',
        '写出支部学习小结 · 办理（张三）',
        '[看 1 号]',
      ].join('\n'),
    );
    for (const other of ['何雨晴', '周琪', '孙海波']) expect(world.person(other).messages()).toEqual([]);
    expect(await say('张三', '任务')).toContain('1 任务 写出支部学习小结 · 已过 1 天');
  });

  it('is not reminded of when it is done, also not when the reminder was waiting already', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await say('张三', '免打扰 8:00-12:00');
    await say('陈志刚', '交办 张三 12-01 写出支部学习小结');
    await say('陈志刚', '交办 张三 12-01 打扫会议室');
    await world.goTo('2026-11-20 12:00');
    await world.goTo('2026-11-30 09:30');
    const before = world.person('张三').messages().length;
    await say('张三', '办结 1');
    await world.goTo('2026-11-30 12:00');
    const later = world.person('张三').messages().slice(before);
    expect(later.filter(({ text }) => text.includes('到期')).map(({ text }) => text)).toEqual([
      expect.stringContaining('任务 2 明天到期'),
    ]);
  });

  it('several that are due are one message, with a line and a button for each', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    for (const what of ['写小结', '打扫会议室', '交照片']) await say('陈志刚', `交办 张三 12-01 ${what}`);
    expect(await remindersOn(world, '2026-11-30', '张三')).toEqual([
      [
        '3 件事快到期或过了期限',
        '任务 1 写小结 · 明天到期',
        '任务 2 打扫会议室 · 明天到期',
        '任务 3 交照片 · 明天到期',
        '[看 1 号] [看 2 号] [看 3 号]',
      ].join('\n'),
    ]);
  });

  it('many that are due fit one screen', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    for (let number = 1; number <= 11; number += 1) await say('陈志刚', `交办 张三 12-01 第${number}件事`);
    const [reminder = ''] = await remindersOn(world, '2026-11-30', '张三');
    const lines = reminder.split('\n');
    expect(lines[0]).toBe('11 件事快到期或过了期限');
    expect(lines.slice(-2)).toEqual(['……还有 3 件', '[看事项]']);
    expect(lines).toHaveLength(11);
  });

  it('is announced in the morning when it is given in the evening, and its giver is told so', async () => {
    const world = await begin({ library, start: '2026-11-20 22:00' });
    const say = dialogue(world);
    expect(await say('陈志刚', '交办 张三 12-01 写小结')).toContain(
      '8:00 到 21:00 之外不打扰，明天（周六）8:00起送达。',
    );
    expect(await say('钱文静', '督办 @机关一支部 12-01 补齐记录')).toContain(
      '补齐记录\n时间：8:00 到 21:00 之外不打扰，明天（周六）8:00起送达\n期限：',
    );
    expect(world.person('张三').messages()).toEqual([]);
    expect(await say('陈志刚', '事项')).toContain('1 任务 写小结 · 办理 · 12月1日前');
    await world.goTo('2026-11-21 08:00');
    expect(world.person('张三').lastMessage()?.text).toContain('任务 1 · 办理');
  });

  it('somebody with 免提醒 is spared reminders, not the task', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await say('陈志刚', '交办 吴刚 12-01 写小结');
    expect(world.person('吴刚').messages()).toHaveLength(1);
    expect(await remindersOn(world, '2026-11-30', '吴刚')).toEqual([]);
    expect(await say('陈志刚', '提醒 任务 1')).toBe(
      '没有需要提醒的人（任务 1 现在等 1 人，免提醒或离退 1）。',
    );
  });
});

describe('提醒 任务', () => {
  it('reminds whoever has to do it, once in half an hour', async () => {
    const world = await begin({ library, replicas: 2 });
    const say = dialogue(world);
    await say('陈志刚', '交办 张三 12-01 写小结');
    expect(await say('陈志刚', '提醒 任务 1')).toBe(
      '已提醒 1 人（任务 1 现在等 1 人）。\n30 分钟内不会重复提醒同一件事。',
    );
    expect(world.person('张三').lastMessage()?.text).toContain('任务 1 还有 11 天到期');
    expect(await say('何雨晴', '提醒 任务')).toContain('30 分钟内已经提醒过任务 1 了');
    expect(await say('张三', '提醒 任务 1')).toContain('任务 1 现在等您这里办，发“任务 1”。');
    expect(await say('马晓峰', '提醒 任务 1')).toContain('没有您的第 1 号任务');
    await say('张三', '办结 1');
    expect(await say('陈志刚', '提醒 任务 1')).toContain('现在等您这里办');
    await say('陈志刚', '核验 1');
    expect(await say('陈志刚', '提醒 任务 1')).toContain('已经结束，不用提醒');
    expect(await say('陈志刚', '提醒 任务')).toContain('没有等别人办的事');
  });
});

describe('a name that two people of the branch have', () => {
  it('is asked back, with a button for each', async () => {
    const lists = await prepareRoster((people) =>
      people.map((person) => (person.userid === 'luo.jian' ? { ...person, name: '张三' } : person)),
    );
    const world = await begin({ library, lists });
    const say = dialogue(world);
    expect(await say('陈志刚', '交办 张三 12-01 写小结')).toBe(
      [
        '有 2 位张三，是哪一位？',
        'zhang.san　机关一支部第一党小组',
        'luo.jian　机关一支部第二党小组',
        '[机关一支部第一党小组] [机关一支部第二党小组]',
      ].join('\n'),
    );
    await world.person('陈志刚').taps('机关一支部第二党小组');
    await world.settle();
    expect(world.person('陈志刚').lastMessage()?.text).toContain('任务 1：写小结');
    expect(world.simulator.person('luo.jian').lastMessage()?.text).toContain('任务 1 · 办理');
    expect(world.simulator.person('zhang.san').messages()).toEqual([]);
  });
});

describe('我的', () => {
  it('shows what waits, and what to send', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await say('陈志刚', '交办 张三 12-01 写小结');
    await say('陈志刚', '交办 张三 11-25 打扫会议室');
    const mine = await say('张三', '我的');
    expect(mine).toContain('\n事项：2 件等您办，最近的是任务 2（11月25日（周三）前）\n');
    expect(mine).toContain('下一步：发“事项 2”看等您办的那件事');
    expect(await say('张三', '我的数据')).toContain(
      '事项：与您有关的 2 件，存着谁哪天办了什么，办完后存两年',
    );
  });
});

describe('what must not be stored', () => {
  it.each([
    ['交办 张三 12-01 核对 11010519491231002X', '像是有身份证号'],
    ['交办 张三 12-01 联系 13812345678', '像是有手机号'],
    ['交办 张三 12-01 交到 6222021001114433226', '像是有银行卡号'],
    ['交办 张三 12-01 传达绝密文件', '像是涉密或内部文件的标记'],
  ])('is refused, and nothing is begun: %s', async (line, refusal) => {
    const world = await begin({ library });
    const say = dialogue(world);
    expect(await say('陈志刚', line)).toContain(refusal);
    expect(await say('张三', '任务')).toBe('现在没有等您办的任务。');
    await say('陈志刚', '交办 张三 12-01 写小结');
    expect(await say('张三', line.replace('交办 张三 12-01', '办结 1'))).toContain(refusal);
    expect(await say('张三', '任务')).toContain('等您办的任务 1 件');
  });
});
