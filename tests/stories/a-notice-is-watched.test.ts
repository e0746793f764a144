import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();

/** 钱文静 sends a notice, and everybody who can get it has it. */
async function sent({ person, settle }: World, words: string): Promise<void> {
  await person('钱文静').says(`通知 ${words}`);
  await person('钱文静').says('确认');
  await settle();
}

describe('receipts', () => {
  it('are shown to the committee by organisation, without a name', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, goTo } = stage;
    await person('吴刚').becomes('invisible');
    await sent(stage, '全体 周五前完成年度党费公示');
    await goTo('2026-11-20 15:20');
    for (const name of ['林晓棠', '曹磊', '于慧敏']) await person(name).says('收到');

    const qian = person('钱文静');
    expect(await qian.says('回执 1')).toBe(
      [
        '通知 1 · 截至 15:20',
        '已确认 3/24',
        '未确认 20',
        '未送达 1：不在可见范围 1',
        '[催办] [按单位] [导出] [撤回]',
      ].join('\n'),
    );
    await qian.taps('按单位');
    const byBranch = (await qian.sees('按单位（截至 15:20）')).text;
    expect(byBranch).toContain('全部确认的单位 1/8');
    expect(byBranch).toContain('机关一支部：已确认 1/9，未送达 1');
    expect(byBranch).not.toContain('典藏部支部');
    expect(byBranch.split('\n').length).toBeLessThanOrEqual(12);
    const names = stage.lists.people.map(({ name }) => name);
    expect(names.filter((name) => byBranch.includes(name))).toEqual([]);
  });

  it('are shown to officers for their own people, by name', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, goTo } = stage;
    await person('吴刚').becomes('invisible');
    await sent(stage, '@机关一支部 请核对名册');
    await goTo('2026-11-20 15:20');
    await person('林晓棠').says('收到');

    const said = await person('陈志刚').says('回执 1');
    expect(said).toContain('通知 1 · 截至 15:20\n机关一支部\n已确认 1/9\n未确认 7：');
    expect(said).toContain('周琪');
    expect(said).toContain('未送达 1：吴刚（不在可见范围）\n[提醒] [看全文] [导出]');
    expect(await person('张三').says('回执 1')).toContain('机关一支部第一党小组');
    expect(await person('于慧敏').says('回执 1')).toBe(
      '没有第 1 号通知，或者没有发给您这里的人。发“回执”看最近的。',
    );
    expect(await person('于慧敏').says('回执')).toBe('还没有发过通知。');
    expect(await person('林晓棠').says('回执 1')).toContain(
      '“回执”由小组长、书记、副书记、委员和机关工委使用。',
    );
  });

  it('are shown to officers above branches by organisation, without a name', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, goTo, lists } = stage;
    await sent(stage, '@数据局 请核对名册');
    await goTo('2026-11-20 15:20');
    await person('林晓棠').says('收到');
    const sun = person('孙海波');
    const said = [await sun.says('回执 1'), await sun.says('回执 1 单位')];
    expect(said[0]).toBe(
      [
        '通知 1 · 截至 15:20',
        '云溪市数据局机关党委',
        '已确认 1/16',
        '未确认 15',
        '未送达 0',
        '[提醒] [按单位] [看全文] [导出]',
      ].join('\n'),
    );
    expect(said[1]).toContain('机关一支部：已确认 1/9');
    await sun.says('导出 回执 1');
    const { sheets } = await readXlsx((await sun.opensFile('回执')).bytes);
    const cells = JSON.stringify([said, sheets.map(({ rows }) => rows)]);
    const others = lists.people.filter(({ name }) => name !== '孙海波');
    expect(others.filter(({ name }) => cells.includes(name))).toEqual([]);
    expect(cells).toContain('云溪市数据局机关党委，4 个单位、16 人');
  });

  it('come to the author once, a day later, when somebody has not confirmed', async () => {
    const stage = await begin({ start: '2026-11-19 15:00' });
    const { person, goTo } = stage;
    await sent(stage, '@典藏部支部 请核对名册');
    await sent(stage, '@典藏部支部 第二条');
    for (const name of ['曹磊', '于慧敏']) await person(name).says('收到 2');
    await goTo('2026-11-20 08:30');
    await goTo('2026-11-20 15:01');
    await goTo('2026-11-20 15:02');
    const report = await person('钱文静').sees('通知 1 发出一天了');
    expect(report.text).toContain('已确认 0/2');
    await goTo('2026-11-23 15:01');
    expect(
      person('钱文静')
        .messages()
        .filter(({ text }) => text.includes('发出一天了')),
    ).toHaveLength(1);
  });
});

describe('催办', () => {
  it('reminds only those who have it and have not confirmed it, three times at most', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, goTo, settle } = stage;
    await person('张三').becomes('invisible');
    await person('周琪').says('免打扰 16:00-18:00');
    await sent(stage, '@机关一支部 请核对名册');
    await person('林晓棠').says('收到');
    await goTo('2026-11-20 16:00');
    const qian = person('钱文静');
    expect(await qian.says('催办 1')).toBe(
      [
        '只提醒没有确认的 6 人；其中 1 人设了免打扰，今天 18:00起送达。',
        '另有 1 人设了免提醒、离退或全天免打扰，不催。',
        '这是第 1 次催办，最多 3 次。催错了，10 分钟内发“撤销”。',
      ].join('\n'),
    );
    await settle();
    expect(
      person('林晓棠')
        .messages()
        .filter(({ text }) => text.includes('还没有确认')),
    ).toEqual([]);
    expect(person('徐乐乐').lastMessage()?.text).toBe(
      '通知 1\n您还没有确认，看过请点“收到”。\n请核对名册\n[收到]',
    );
    await person('徐乐乐').taps('收到');
    await person('徐乐乐').sees('已确认 11-20 16:00');

    expect(await qian.says('催办 1')).toBe('通知 1 刚催办过，两次之间至少隔 60 分钟，60 分钟后可以再催。');
    await goTo('2026-11-20 17:00');
    expect(await qian.says('催办 1')).toContain('只提醒没有确认的 5 人');
    await goTo('2026-11-20 18:00');
    expect(await person('赵明远').says('催办 1')).toContain('这是第 3 次催办');
    await goTo('2026-11-20 19:00');
    expect(await qian.says('催办 1')).toBe('通知 1 已经催办过 3 次，不再催了。没确认的，请书记当面说一声。');
  });

  it('is undone within ten minutes, and then counts for nothing', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, goTo, settle } = stage;
    await sent(stage, '@典藏部支部 请核对名册');
    const qian = person('钱文静');
    await qian.says('催办 1');
    await settle();
    expect(person('曹磊').messages()).toHaveLength(2);
    expect(await qian.says('撤销')).toContain('已撤销通知 1 的第 1 次催办');
    await settle();
    expect(person('曹磊').messages()).toHaveLength(1);
    await goTo('2026-11-20 15:05');
    expect(await qian.says('催办 1')).toContain('这是第 1 次催办');
    await settle();
    expect(person('曹磊').messages()).toHaveLength(2);
  });

  it('is told to secretaries and the committee where content wants a ladder', async () => {
    const plain = await begin();
    const library = {
      ...plain.library,
      notices: { ...plain.library.notices, ladder: true, nudgeInterval: 30 },
    };
    const stage = await begin({ start: '2026-11-20 10:00', library });
    const { person, goTo, settle } = stage;
    await sent(stage, '@典藏部支部 请核对名册');
    const qian = person('钱文静');
    expect(await qian.says('催办 1')).not.toContain('同时告诉');
    await goTo('2026-11-20 10:30');
    expect(await qian.says('催办 1')).toContain('同时告诉了各组织的负责人 1 人。');
    await settle();
    await person('于慧敏').sees('通知 1：典藏部支部还有 2 人没有确认');
    await goTo('2026-11-20 11:00');
    expect(await qian.says('催办 1')).toContain('同时告诉了其他工委成员 1 人。');
    await settle();
    await person('赵明远').sees('通知 1 催办 3 次了，还有 2 人没有确认');
  });

  it('and officers hear of their own people only, once, also where they answer for several organisations', async () => {
    const plain = await begin();
    const notices = { ...plain.library.notices, ladder: true, nudgeInterval: 30 };
    const stage = await begin({ start: '2026-11-20 10:00', library: { ...plain.library, notices } });
    const { person, goTo, settle } = stage;
    await sent(stage, '全体 请核对党费');
    for (const time of ['10:30', '11:00', '11:30']) {
      await person('钱文静').says('催办 1');
      await settle();
      await goTo(`2026-11-20 ${time}`);
    }
    const told = (name: string): readonly string[] =>
      person(name)
        .messages()
        .map(({ text }) => text.split('\n')[0] ?? '')
        .filter((title) => title.includes('没有确认'));
    expect(told('陈志刚')).toEqual(['通知 1：机关一支部还有 9 人没有确认']);
    // The officer of the branch of the retired is spared, and 李素云 belongs to the committee itself.
    expect(told('孙海波')).toEqual(['通知 1：您负责的 2 个组织还有 4 人没有确认']);
    // Nobody is told of those above.
    expect(told('何雨晴')).toEqual([]);
    // A secretary who is the only one has the reminder.
    expect(told('蒋佩文')).toEqual([]);
  });

  it.each([
    ['催办 9', '没有第 9 号通知。'],
    ['催办', '还缺编号。例如：催办 3'],
    ['提醒 通知 1', '工委提醒没有确认的人，用催办，例如：催办 3'],
  ])('%s is refused in words that help', async (line, words) => {
    const { person } = await begin();
    expect(await person('钱文静').says(line)).toContain(words);
  });

  it('nobody when all have confirmed', async () => {
    const stage = await begin();
    await sent(stage, '@典藏部支部 请核对名册');
    for (const name of ['曹磊', '于慧敏']) await stage.person(name).says('收到');
    expect(await stage.person('钱文静').says('催办 1')).toBe('通知 1 送到的人都确认了，不用催。');
  });
});

describe('提醒 通知', () => {
  it('reminds those of the own branch who have it and have not confirmed it', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, settle } = stage;
    await sent(stage, '全体 周五前完成年度党费公示');
    await person('林晓棠').says('收到');
    expect(await person('陈志刚').says('提醒 通知')).toBe(
      '已提醒 7 人（机关一支部 9 人，已确认 1，免提醒或离退 1）。\n30 分钟内不会重复提醒同一件事。',
    );
    await settle();
    await person('徐乐乐').sees('您还没有确认，看过请点“收到”。');
    expect(person('曹磊').messages()).toHaveLength(1);
    expect(await person('何雨晴').says('提醒 通知 1')).toBe(
      '30 分钟内已经提醒过通知 1 了，30 分钟后可以再提醒。',
    );
  });

  it('asks which, when there are several', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    await sent(stage, '全体 第一条');
    await sent(stage, '全体 第二条');
    expect(await stage.person('陈志刚').says('提醒 通知')).toBe(
      '还有人没确认的通知有 2 条：2、1。请写编号，例如：提醒 通知 2',
    );
  });
});
