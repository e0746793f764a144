import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('the committee sends a notice', () => {
  it('previews it, confirms it, and follows its receipts', async () => {
    const { person, settle, goTo } = await begin({ start: '2026-11-20 17:40' });
    const qian = person('钱文静');

    expect(await qian.says('通知 全体 周五前完成年度党费公示，回复收到')).toBe(
      [
        '预览（还没有发出）',
        '发给：全体 24 人（8 个单位）',
        '时间：现在',
        '——',
        '周五前完成年度党费公示，回复收到',
        '形式：卡片 24 人',
        '额度：用 24，今天还有 36,000',
        '请确认：内容不含涉密和内部文件',
        '[确认] [取消] [看卡片] [看文字版]',
      ].join('\n'),
    );
    expect(await qian.says('确认')).toBe('通知 1 已交付发送：24 人。\n发“回执 1”看进展。');
    await settle();

    const lin = person('林晓棠');
    expect(lin.lastMessage()?.text).toBe('通知 1\n机关工委\n周五前完成年度党费公示，回复收到\n[收到]');
    await goTo('2026-11-20 18:05');
    await lin.taps('收到');
    await lin.sees('已确认 11-20 18:05');
    expect(await person('周琪').says('收到')).toBe('已确认通知 1。');
    expect(await person('周琪').says('收到 1')).toBe('通知 1 已经确认过了，今天 18:05。');
    expect(await person('周琪').says('收到')).toBe('没有等您确认的通知。');
    expect(await person('周琪').says('通知 1')).toContain('——\n您已确认，今天 18:05。');

    expect(await qian.says('回执 1')).toBe(
      '通知 1 · 截至 18:05\n已确认 2/24\n未确认 22\n未送达 0\n[催办] [按单位] [导出] [撤回]',
    );
  });

  it('by tapping 确认 on the preview, once, and never from an old preview', async () => {
    const { person, settle } = await begin();
    const qian = person('钱文静');
    await qian.says('通知 书记 第一稿');
    const old = qian.lastMessage();
    await qian.says('通知 书记 第二稿');
    await qian.taps('确认', { card: old?.id ?? '' });
    await qian.sees('这是较早的预览');
    await qian.taps('确认');
    await qian.sees('通知 1 已交付发送');
    expect(await qian.says('确认')).toContain('没有等您确认的内容');
    await settle();
    expect(person('陈志刚').messages()).toHaveLength(1);
    expect(person('陈志刚').lastMessage()?.text).toContain('第二稿');
  });

  it('not after 取消, and not when ten minutes have passed', async () => {
    const { person, goTo } = await begin();
    const qian = person('钱文静');
    await qian.says('通知 全体 一');
    expect(await qian.says('取消')).toBe('已取消：什么也没有改，什么也没有发。');
    expect(await qian.says('确认')).toContain('没有等您确认的内容');
    await qian.says('通知 全体 二');
    await goTo('2026-11-20 09:10');
    expect(await qian.says('确认')).toContain('没有等您确认的内容');
    expect(person('林晓棠').messages()).toHaveLength(0);
  });

  it('to an organisation with its subtree, to a tag, to the secretaries', async () => {
    const { person, settle } = await begin();
    const qian = person('钱文静');
    expect(await qian.says('通知 @机关一支部 下午三点开会')).toContain('发给：机关一支部 9 人');
    await qian.says('确认');
    expect(await qian.says('通知 #青年 周六志愿服务')).toContain('发给：#青年 ');
    expect(await qian.says('通知 书记 请核对名册')).toContain('发给：书记 ');
    await settle();
    expect(person('徐乐乐').messages()).toHaveLength(1);
    expect(person('马晓峰').messages()).toHaveLength(0);
  });

  it('at night: it waits for the morning, and says so before', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 22:10' });
    const qian = person('钱文静');
    expect(await qian.says('通知 全体 明天上午停电')).toContain('时间：明天（周六）8:00起');
    expect(await qian.says('确认')).toContain('8:00 到 21:00 之外不打扰，');
    await settle();
    expect(person('林晓棠').messages()).toHaveLength(0);
    expect(await qian.says('回执 1')).toContain('正在发送或到时间再送 24');
    await goTo('2026-11-21 08:00');
    expect(person('林晓棠').messages()).toHaveLength(1);
  });

  it('lists those who were not reached with the reason', async () => {
    const { person, settle } = await begin();
    await person('周琪').becomes('invisible');
    await person('曹磊').becomes('unlicensed');
    const qian = person('钱文静');
    await qian.says('通知 全体 请核对党费');
    await qian.says('确认');
    await settle();
    expect(await qian.says('回执')).toContain('1 请核对党费 · 今天已发出 · 全体');
    expect(await qian.says('回执 1')).toContain('未送达 2：');
    expect(await qian.says('回执 1')).toContain('不在可见范围 1');
    expect(await person('陈志刚').says('提醒 学习')).toContain('其中上次没有送达的：不在可见范围 1。');
  });

  it('long ones with their whole text one tap away', async () => {
    const { person, settle } = await begin();
    const text = `请各支部${'认真核对党费收缴情况，'.repeat(20)}周五前反馈。`;
    await person('钱文静').says(`通知 @机关一支部 ${text}`);
    await person('钱文静').says('确认');
    await settle();
    const lin = person('林晓棠');
    expect(lin.lastMessage()?.text).toContain('…');
    await lin.taps('看全文');
    await lin.sees(text);
  });

  it.each([
    ['通知 全体', '还缺内容。例如：通知 全体 周五前完成年度党费公示'],
    ['通知 @没有这个支部 内容', '没有这个支部'],
    ['通知 全体 秘密★ 某文件', '像是涉密或内部文件的标记'],
    [`通知 全体 ${'长'.repeat(3000)}`, '通知太长了'],
    ['回执 99', '没有第 99 号通知'],
    ['回执 abc', '“abc”没有看懂，应当是编号'],
  ])('refuses %s in words that help', async (line, words) => {
    const { person } = await begin();
    expect(await person('钱文静').says(line)).toContain(words);
  });

  it('keeps ]]>, emoji and line breaks as typed', async () => {
    const { person, settle } = await begin();
    const text = '第一行 ]]> <b>不是标签</b> & 😀👨‍👩‍👧\n第二行';
    await person('钱文静').says(`通知 @典藏部支部 ${text}`);
    await person('钱文静').says('确认');
    await settle();
    expect(person('曹磊').lastMessage()?.text).toContain(text);
  });
});

describe('the committee looks ahead', () => {
  it('at what will be sent by itself tomorrow, in numbers', async () => {
    const { person, goTo } = await begin({ start: '2026-11-19 15:00' });
    expect(await person('钱文静').says('排期 明天')).toContain('明天（周五）8:30 学习内容，共 21 人');
    await person('钱文静').says('发布测评 机关作风满意度 全体 明天 12-01');
    await person('钱文静').says('确认');
    expect(await person('钱文静').says('排期 明天')).toContain('\n测评 1 可以答了：24 人\n');
    expect(await person('钱文静').says('排期 今天')).not.toContain('测评');
    await goTo('2026-11-20 15:00');
    expect(await person('钱文静').says('排期 明天')).not.toContain('测评');
    expect(await person('钱文静').says('排期')).toContain('明天（周六）没有要自动发送的学习内容');
  });
});
