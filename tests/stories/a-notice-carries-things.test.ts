import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a notice with a link', () => {
  it('is a card that opens it, and the address in the text version', async () => {
    const { person, settle } = await begin();
    await person('曹磊').says('文字版');
    const qian = person('钱文静');
    expect(
      await qian.says('通知 @典藏部支部 请看学习安排 https://example.com/plan?a=1。周五前看完'),
    ).toContain('请看学习安排。周五前看完\n打开：https://example.com/plan?a=1\n形式：卡片 1 人，文字版 1 人');
    await qian.says('确认');
    await settle();
    const card = person('于慧敏').lastMessage()?.content;
    expect(card).toMatchObject({
      kind: 'card',
      card: { card_action: { type: 1, url: 'https://example.com/plan?a=1' } },
    });
    expect(person('于慧敏').lastMessage()?.text).toContain('[收到] [打开]');
    expect(person('曹磊').lastMessage()?.text).toBe(
      '通知 1\n机关工委\n请看学习安排。周五前看完\n打开：https://example.com/plan?a=1\n看过了，请发“收到 1”。',
    );
  });

  it('that was sent on from elsewhere', async () => {
    const { person, settle } = await begin();
    const qian = person('钱文静');
    await qian.sends('link');
    expect(qian.lastMessage()?.text).toContain('已收到链接，一小时内可以发给大家。');
    await qian.says('通知 @典藏部支部 链接');
    await qian.says('确认');
    await settle();
    expect(person('曹磊').lastMessage()?.text).toBe('通知 1\n机关工委\n一篇文章\n[收到] [打开]');
  });
});

describe('a notice with a file or a picture', () => {
  it('comes as a card and the file after it, to everybody in their form', async () => {
    const { person, settle } = await begin();
    await person('曹磊').says('文字版');
    const before = person('曹磊').messages().length;
    const qian = person('钱文静');
    await qian.sends('file');
    expect(qian.lastMessage()?.text).toBe(
      [
        '已收到文件：说明.txt，一小时内可以发给大家。',
        '请确认不含涉密和内部文件。',
        '发“通知 全体 文件 说明的话”，“全体”可以换成别的对象。',
      ].join('\n'),
    );
    expect(await qian.says('通知 @典藏部支部 文件 请看附件')).toContain(
      '附件：说明.txt\n形式：卡片 1 人，文字版 1 人；每人 2 条\n额度：用 4，',
    );
    await qian.says('确认');
    await settle();
    for (const [name, count] of [
      ['于慧敏', 0],
      ['曹磊', before],
    ] as const) {
      const [notice, file] = person(name).messages().slice(count);
      expect(notice?.text).toContain('附件：说明.txt');
      expect(file?.text).toBe('[文件] 说明.txt');
    }
    expect(await qian.says('回执 1')).toContain('已确认 0/2\n未确认 2');
    await qian.says('撤回 1');
    await qian.says('确认');
    await settle();
    expect(person('于慧敏').messages()).toHaveLength(0);
  });

  it('that was sent before and left out is pointed out to its author, in case a word was forgotten', async () => {
    const { person } = await begin();
    const qian = person('钱文静');
    await qian.sendsFile('模板.docx', Buffer.from('a file of some bytes'));
    expect(await qian.says('通知 @典藏部支部 请按模板写')).toContain(
      '没有带：刚才的文件。要带，内容前写“文件”',
    );
    expect(await qian.says('通知 典藏部支部 带文件 请按模板写')).toContain('附件：模板.docx');
  });

  it('may be a picture without a word', async () => {
    const { person, settle } = await begin();
    const qian = person('钱文静');
    await qian.sends('image');
    await qian.says('通知 @典藏部支部 图片');
    await qian.says('确认');
    await settle();
    const [notice, picture] = person('于慧敏').messages();
    expect(notice?.text).toContain('请看附件：图片');
    expect(picture?.content.kind).toBe('image');
  });

  it('is refused when there is none, it is too old, or WeCom will have forgotten it', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 09:00' });
    const qian = person('钱文静');
    expect(await qian.says('通知 全体 文件 请看附件')).toContain('还没有收到要发的文件（一小时内有效）。');
    await qian.sends('image');
    expect(await qian.says('通知 全体 文件 请看附件')).toContain('还没有收到要发的文件');
    expect(await qian.says('通知 全体 定时 11-25 9点 图片 请看附件')).toBe(
      '图片在企业微信里只保存三天，最晚能定到11月23日（周一）8:00。请改早一些，或到时候重新发。',
    );
    await goTo('2026-11-20 10:00');
    expect(await qian.says('通知 全体 图片 请看附件')).toContain('还没有收到要发的图片');
  });

  it('is taken from the committee only', async () => {
    const { person } = await begin();
    await person('林晓棠').sends('file');
    expect(person('林晓棠').lastMessage()?.text).toContain('但我只看得懂文字，所以没有处理。');
    await person('钱文静').sends('voice');
    expect(person('钱文静').lastMessage()?.text).toContain('但我只看得懂文字，所以没有处理。');
  });
});

describe('how a notice looks', () => {
  it('is shown to its author before, as a card and as text, and nothing happens by a tap', async () => {
    const { person, settle } = await begin();
    const qian = person('钱文静');
    await qian.says(`通知 全体 ${'请各支部认真核对。'.repeat(30)}`);
    await qian.taps('看卡片');
    const sample = await qian.sees('[收到] [看全文]');
    expect(sample.text).toContain('通知 1\n机关工委\n请各支部认真核对。');
    await qian.taps('收到', { card: sample.id });
    await qian.sees('这是给您看的样子，还没有发出，点了没有作用。');
    await qian.taps('看文字版');
    const text = await qian.sees('看过了，请发“收到 1”。');
    expect(text.text).toContain('请各支部认真核对。'.repeat(30));
    expect(await qian.says('确认')).toContain('通知 1 已交付发送');
    await settle();
    expect(await qian.says('通知 样子 卡片')).toContain('没有等您确认的通知。');
  });
});

describe('a text that is no notice', () => {
  it('because it is too long, is refused', async () => {
    const { person } = await begin();
    expect(await person('钱文静').says(`通知 全体 ${'长'.repeat(9999)}`)).toBe(
      '通知太长了：现在约 9999 个汉字，最多约 600 个。请缩短，或把全文放在网页或文件里，只发要点。',
    );
  });

  it.each([
    ['通知 全体 😀👍🎉', '通知里没有文字，大家看不出要做什么。'],
    ['通知 全体 绝密★ 会议纪要', '像是涉密或内部文件的标记'],
    ['通知 全体 ', '还缺内容'],
  ])('%s is refused', async (line, words) => {
    const { person } = await begin();
    expect(await person('钱文静').says(line)).toContain(words);
  });
});
