import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a member is left in peace', () => {
  it('gets the morning’s item only when the own quiet hours are over', async () => {
    const { person, goTo } = await begin({ start: '2026-11-19 20:00' });
    const lin = person('林晓棠');
    expect(await lin.says('免打扰 22点到10点半')).toContain('每天 22:00-10:30 不主动打扰您');
    const before = lin.messages().length;

    await goTo('2026-11-20 08:30');
    await goTo('2026-11-20 10:29');
    expect(lin.messages()).toHaveLength(before);
    await goTo('2026-11-20 10:30');
    expect(lin.messages()).toHaveLength(before + 1);
  });

  it('is not sent what was done meanwhile', async () => {
    const { person, goTo } = await begin({ start: '2026-11-19 20:00' });
    const lin = person('林晓棠');
    await lin.says('免打扰 22:00-10:30');
    await goTo('2026-11-20 08:30');
    await lin.says('学习');
    await lin.says('已学');
    const before = lin.messages().length;
    await goTo('2026-11-20 10:30');
    expect(lin.messages()).toHaveLength(before);
  });

  it('gets nothing today after 今天不便, and everything again tomorrow', async () => {
    const { person, goTo } = await begin({ start: '2026-11-19 07:00' });
    const lin = person('林晓棠');
    expect(await lin.says('今天不便')).toContain('明天（周五）恢复');
    const before = lin.messages().length;
    await goTo('2026-11-19 08:30');
    expect(lin.messages()).toHaveLength(before);
    await goTo('2026-11-20 08:30');
    expect(lin.messages()).toHaveLength(before + 1);
  });

  it('is spared pushes and reminders, not notices, when marked 免提醒 or 离退', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 08:29' });
    const spared = [person('吴刚'), person('叶秀兰')];
    await goTo('2026-11-20 08:30');
    await person('陈志刚').says('提醒 学习');
    await settle();
    for (const one of spared) expect(one.messages()).toHaveLength(0);

    await person('钱文静').says('通知 全体 请核对党费');
    await person('钱文静').says('确认');
    await settle();
    for (const one of spared) expect(one.lastMessage()?.text).toContain('请核对党费');
  });

  it('may answer the push with questions of all kinds and is never ranked, praised or blamed', async () => {
    const { person } = await begin();
    const answers = [];
    for (const line of ['学习', '签到', '签到', '我的', '帮助', '我的数据'])
      answers.push(await person('林晓棠').says(line));
    expect(answers.join('\n')).not.toMatch(/！|排名|第\s*\d+\s*名|积分|请务必|必须|加油|连续/u);
  });

  it('gets texts instead of cards after 文字版', async () => {
    const { person, goTo } = await begin({ start: '2026-11-19 20:00' });
    const lin = person('林晓棠');
    const toText = '以后给您发文字，不发卡片。要换回来，发“卡片版”。';
    expect([await lin.says('文字版'), await lin.says('文字版')]).toEqual([toText, toText]);
    await goTo('2026-11-20 08:30');
    expect(lin.lastMessage()?.content.kind).toBe('text');
    expect(lin.lastMessage()?.text).toContain('学完了，发“已学 ');
    expect(await lin.says('学习')).toContain('看全文，发“');
    const toCards = '以后给您发卡片。要换成文字，发“文字版”。';
    expect([await lin.says('卡片版'), await lin.says('卡片版')]).toEqual([toCards, toCards]);
    await lin.says('学习');
    expect(lin.lastMessage()?.content.kind).toBe('card');
  });

  it('is told what was understood when the hours are absurd', async () => {
    const { person } = await begin();
    expect(await person('林晓棠').says('免打扰 25:00-07:30')).toContain('例如：免打扰 22:00-07:30');
    expect(await person('林晓棠').says('免打扰')).toBe('还缺从几点到几点。例如：免打扰 22:00-07:30');
  });
});
