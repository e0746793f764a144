import { describe, expect, it } from 'vitest';
import { appMenu } from '../../src/menu.ts';
import { openClient } from '../../src/open-sender.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('somebody new opens the chat', () => {
  it('is welcomed once', async () => {
    const { person, goTo } = await begin();
    const lin = person('林晓棠');
    const { answer } = await lin.opens();
    expect(answer).toContain('您好，我是支部助手。');
    expect(answer).toContain('免打扰');
    await goTo('2026-11-20 09:05');
    expect((await lin.opens()).answer).toBeNull();
    await goTo('2026-11-21 09:00');
    expect((await lin.opens()).answer).toBeNull();
  });

  it('who is not on the roster is told how to be added, and leaves no trace', async () => {
    const { person, redis, settings } = await begin();
    // Delivery keeps house by itself; what it has is about nobody here.
    const keys = async () =>
      (await redis.keys(`${settings.redisPrefix}:*`)).filter(
        (key) => !/:(?:queue:delivery|rate|outbox):/u.test(key),
      );
    const before = (await keys()).toSorted();
    const stranger = person('王小路');
    const answer =
      '我还不认识这个账号，所以什么也没有记。\n请把您的账号 wang.xl 发给所在支部书记，由机关党委加入名册后就能使用。';
    expect(await stranger.says('签到')).toBe(answer);
    expect((await stranger.opens()).answer).toBe(answer);
    expect((await keys()).toSorted()).toEqual(before);
  });

  it('finds under 帮助 what the own role may do, and how one command is used', async () => {
    const { person } = await begin();
    const member = await person('林晓棠').says('帮助');
    expect(member).toBe(
      [
        '直接发这些词就行：',
        '【学习】学习 · 签到 · 答题 · 错题 · 测试 · 学时 · 搜索 等 17 个',
        '　例如：答题、搜索 换届',
        '【会议和通知】会议 · 参加 · 请假 · 通知 · 收到 · 任务 · 办理 等 13 个',
        '　例如：签到 4821、请假 出差',
        '【我的】我的 · 免打扰 · 今天不便 · 恢复 · 我的数据 · 撤销 · 文字版 等 13 个',
        '　例如：免打扰 22:00-07:30',
        '想看一组全部的词，发“帮助 会议和通知”；一个词怎么用，发“帮助 请假”。',
      ].join('\n'),
    );
    expect(await person('陈志刚').says('？')).toContain('【支部工作】还差什么 · ');
    expect(await person('钱文静').says('菜单')).toContain('【工委工作】');
    expect(await person('林晓棠').says('帮助 会议和通知')).toMatch(
      /^【会议和通知】全部 13 个：会议 · 参加 · 请假 · .* · 建议$/u,
    );
    expect(await person('林晓棠').says('帮助 学习')).toMatch(/^学习 [^]*\n【学习】全部 17 个：学习 · 签到/u);
    expect(await person('林晓棠').says('帮助 签到')).toBe(
      [
        '签到：今天的学习签到，自愿，一天一次',
        '签到 签到码：开会时发主持人报的签到码，线上参加的后面加“线上”',
        '也可以发：打卡',
        '例如：签到；签到 4821；签到 4821 线上',
      ].join('\n'),
    );
  });

  it('hears who may do what somebody else may do', async () => {
    const { person } = await begin();
    const lin = person('林晓棠');
    expect(await lin.says('帮助 还差什么')).toBe(
      '“还差什么”由小组长、书记、副书记、委员和机关工委使用。\n发“帮助”看看您能做什么。',
    );
    expect(await lin.says('帮助 记学时')).toContain('“记学时”由书记、副书记、委员和机关工委使用。');
    expect(await lin.says('帮助 排期')).toContain('“排期”由机关工委使用。');
    expect(await lin.says('帮助 打牌')).toBe('没有“打牌”这一条。\n发“帮助”看看您能做什么。');
  });

  it('uses the menu', async () => {
    const { person, settings, redis, clock } = await begin();
    const { client, close } = openClient({ settings, redis, keys: createKeys(settings.redisPrefix), clock });
    await client.createMenu(appMenu());
    await close();
    expect((await person('林晓棠').clicksMenu('签到')).answer).toContain('已记下');
    expect((await person('林晓棠').clicksMenu('支部统计（书记）')).answer).toContain('由小组长、书记');
  });
});

describe('somebody makes a slip', () => {
  it.each(['image', 'voice', 'video', 'location', 'link'] as const)(
    'sends %s and is asked for words',
    async (kind) => {
      const { person } = await begin();
      expect((await person('林晓棠').sends(kind)).answer).toContain('我只看得懂文字');
    },
  );

  it.each([
    ['😀', '没有看懂“😀”'],
    ['哈'.repeat(1500), '没有看懂“哈哈哈哈哈哈哈哈哈哈哈哈…”'],
    ['签到 9999999999', '“9999999999”没有看懂，应当是四位数字。例如：签到 4821'],
    ['收到 -1', '“-1”没有看懂，应当是编号。例如：收到'],
    ['看不懂', '没有看懂'],
    ['确认', '没有等您确认的内容'],
    ['是', '不知道您说的“是”指哪件事'],
    ['<a>]]></a>', '没有看懂“<a>]]></a>”'],
    ['看 k99', '没有代号或名称是“k99”的内容'],
  ])('types %s and is helped on', async (line, words) => {
    const { person } = await begin();
    expect(await person('林晓棠').says(line)).toContain(words);
  });

  it('takes a guess that keeps the rest of the line', async () => {
    const { person } = await begin();
    expect(await person('林晓棠').says('sousuo 换届')).toBe('您是想发“搜索”吗？回复“是”，或发“帮助”。');
    expect(await person('林晓棠').says('是')).toContain('换届');
  });
});
