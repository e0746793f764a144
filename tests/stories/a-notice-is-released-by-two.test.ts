import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();

/** A world whose content wants a second person for notices to everybody and urgent ones. */
async function beginWithTwo(start: string): Promise<World> {
  const { library } = await begin();
  const notices = { ...library.notices, release: '全体和加急', releaseHours: 4 } as const;
  return begin({ start, library: { ...library, notices } });
}

describe('a notice to everybody, where two have to release it', () => {
  it('waits for another committee member, whose tap sends it', async () => {
    const { person, settle } = await beginWithTwo('2026-11-20 15:00');
    const [qian, zhao] = [person('钱文静'), person('赵明远')];
    expect(await qian.says('通知 全体 周五前完成年度党费公示')).toContain(
      '放行：确认后，要另一位工委成员放行',
    );
    expect(await qian.says('确认')).toBe(
      '通知 1 已请另一位工委成员放行，还没有发出。\n今天 19:00前没有放行，就不发了。不想发了，发“撤回 1”。',
    );
    await settle();
    expect(person('林晓棠').messages()).toHaveLength(0);
    expect(await qian.says('放行 1')).toContain('是您自己写的，要另一位工委成员放行。');
    expect(zhao.lastMessage()?.text).toBe(
      [
        '请放行通知 1（还没有发出）',
        '钱文静要发给：全体 24 人（8 个单位）',
        '周五前完成年度党费公示',
        '时间：放行后就发',
        '最晚：今天 19:00前放行',
        '请确认：内容不含涉密和内部文件',
        '[放行] [不放行] [看全文]',
      ].join('\n'),
    );
    await zhao.taps('放行');
    await zhao.sees('已放行通知 1，已交付发送：24 人。');
    await settle();
    expect(person('林晓棠').lastMessage()?.text).toContain('周五前完成年度党费公示');
    await qian.sees('赵明远已放行您的通知 1。');
    expect(await zhao.says('放行 1')).toBe('通知 1 现在不等人放行：今天已发出。');
  });

  it('and waits for its time after that, unchangeable', async () => {
    const { person, goTo, settle } = await beginWithTwo('2026-11-20 15:00');
    await person('钱文静').says('通知 全体 定时 今天17点 请核对名册');
    await person('钱文静').says('确认');
    await settle();
    expect(await person('赵明远').says('放行 1')).toBe('已放行通知 1，今天 17:00发给 24 人。');
    await settle();
    expect(await person('钱文静').says('改通知 1 别的内容')).toContain('是两个人放行的，内容不能再改。');
    await goTo('2026-11-20 17:00');
    await person('林晓棠').sees('请核对名册');
  });

  it('is not sent when the other one does not want it, or nobody answers in time', async () => {
    const { person, goTo, settle } = await beginWithTwo('2026-11-20 09:00');
    const [qian, zhao] = [person('钱文静'), person('赵明远')];
    for (const words of ['第一条', '第二条']) {
      await qian.says(`通知 全体 ${words}`);
      await qian.says('确认');
    }
    await settle();
    expect(await zhao.says('不放行 1')).toBe('通知 1 不发了，已告诉写的人。');
    await qian.sees('赵明远没有放行您的通知 1，所以没有发出。');
    await goTo('2026-11-20 13:00');
    await qian.sees('通知 2 没有发，过时没有人放行。');
    expect(await zhao.says('放行 2')).toBe('通知 2 现在不等人放行：没有发，过时没有人放行。');
    expect(
      person('林晓棠')
        .messages()
        .filter(({ text }) => text.includes('第')),
    ).toEqual([]);
  });

  it('needs it when it is urgent, and not when it goes to a few', async () => {
    const { person } = await beginWithTwo('2026-11-20 09:00');
    const qian = person('钱文静');
    expect(await qian.says('通知 @典藏部支部 加急 停电')).toContain('要另一位工委成员放行');
    expect(await qian.says('通知 @典藏部支部 停电')).not.toContain('放行');
    expect(await qian.says('通知 全体 除 林晓棠 停电')).toContain('要另一位工委成员放行');
  });
});
