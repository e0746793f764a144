import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('the committee recalls a notice', () => {
  it('with its reminders, and says honestly what came of it', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 15:00' });
    const qian = person('钱文静');
    await person('周琪').says('免打扰 15:00-18:00');
    await qian.says('通知 @机关一支部 写错了的通知');
    await qian.says('确认');
    await settle();
    await person('林晓棠').says('收到');
    await qian.says('催办 1');
    await settle();
    await person('陈志刚').says('提醒 通知 1');
    await settle();
    expect(person('徐乐乐').messages()).toHaveLength(3);

    await goTo('2026-11-20 15:40');
    expect(await qian.says('撤回 1')).toBe(
      [
        '撤回通知 1（还没有撤回）',
        '写错了的通知',
        '已送到 8 人，其中已确认 1：会从他们的企业微信里删除，催办一起删。',
        '在微信里看到的删不掉，看过的也收不回来。',
        '还没送到的 1 人：不再送。',
        '[确认] [取消]',
      ].join('\n'),
    );
    expect(await qian.says('确认')).toBe(
      '通知 1 已撤回，没送到的不再送。\n已送到的正在从企业微信里删除。\n发“回执 1”看撤回的结果。',
    );
    await settle();
    expect(person('徐乐乐').messages()).toHaveLength(0);
    expect(
      person('林晓棠')
        .messages()
        .filter(({ text }) => text.includes('写错了')),
    ).toEqual([]);
    await goTo('2026-11-20 18:00');
    expect(
      person('周琪')
        .messages()
        .filter(({ text }) => text.includes('写错了')),
    ).toEqual([]);

    const result = await qian.says('回执 1');
    expect(result).toContain('通知 1 · 截至 18:00\n已撤回\n已确认 1/9');
    expect(result).toMatch(/已从企业微信删除 \d+ 条（含催办）/u);
    expect(result).toContain('未送达 1：已撤回，没有发出 1');
    expect(await qian.says('撤回 1')).toBe('通知 1 已经撤回过了。发“回执 1”看撤回的结果。');
    expect(await qian.says('催办 1')).toBe('通知 1 不能催办：已撤回。');
    expect(await person('林晓棠').says('收到 1')).toBe('通知 1 已经撤回了，不用再管它。');
    expect(await person('徐乐乐').says('通知')).toBe('没有等您确认的通知。');
    expect(await person('徐乐乐').says('通知 1')).toBe('通知 1 已经撤回了。');
    expect(await qian.says('通知 1')).toContain('写错了的通知\n——\n已撤回。');
  });

  it('and a card that is left is answered kindly when it is tapped', async () => {
    const { person, settle, simulator } = await begin({ start: '2026-11-20 15:00' });
    const qian = person('钱文静');
    await qian.says('通知 @典藏部支部 写错了的通知');
    await qian.says('确认');
    await settle();
    simulator.failNext('message/recall', { kind: 'errcode', errcode: 40058 });
    await qian.says('撤回 1');
    await qian.says('确认');
    await settle();
    expect(await qian.says('回执 1')).toContain('没能删除 2 条：企业微信不接受撤回 2');
    await person('曹磊').taps('收到');
    await person('曹磊').sees('已撤回');
  });

  it('not after 24 hours, and is told what can be done instead', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 15:00' });
    const qian = person('钱文静');
    await qian.says('通知 @典藏部支部 写错了的通知');
    await qian.says('确认');
    await settle();
    await goTo('2026-11-21 15:00');
    expect(await qian.says('撤回 1')).toBe(
      '通知 1 发出超过 24 小时了，企业微信不再让撤回。\n可以再发一条说明，例如：通知 典藏部支部 更正：写错了的通知',
    );
    expect(await qian.says('通知 典藏部支部 更正：写错了的通知')).toContain('发给：典藏部支部 2 人');
  });

  it('that is still being sent: everybody keeps nothing or gets nothing', async () => {
    const { person, settle } = await begin({ start: '2026-11-20 15:00' });
    const qian = person('钱文静');
    await qian.says('通知 全体 写错了的通知');
    await qian.says('确认');
    await qian.says('撤回 1');
    await qian.says('确认');
    await settle();
    for (const name of ['林晓棠', '曹磊', '马晓峰']) {
      expect(
        person(name)
          .messages()
          .filter(({ text }) => text.includes('写错了')),
      ).toEqual([]);
    }
  });

  it('two of them at once: one does it, the other hears that it is done', async () => {
    const { person, settle } = await begin({ start: '2026-11-20 15:00', replicas: 2 });
    await person('钱文静').says('通知 @典藏部支部 写错了的通知');
    await person('钱文静').says('确认');
    await settle();
    await Promise.all([person('钱文静').says('撤回 1'), person('赵明远').says('撤回 1')]);
    const answers = await Promise.all([person('钱文静').says('确认'), person('赵明远').says('确认')]);
    expect(answers.filter((answer) => answer.startsWith('通知 1 已撤回，'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('通知 1 已经撤回过了。'))).toHaveLength(1);
  });

  it.each([
    ['撤回 9', '没有第 9 号通知。'],
    ['撤回', '还缺编号。例如：撤回 3'],
  ])('%s is refused in words that help', async (line, words) => {
    const { person } = await begin();
    expect(await person('钱文静').says(line)).toContain(words);
  });
});
