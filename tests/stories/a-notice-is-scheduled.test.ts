import { describe, expect, it } from 'vitest';
import { replaceRoster } from '../support/replace-roster.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a notice for a certain time', () => {
  it('is previewed, waits, and goes out then, once', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 15:00', replicas: 2 });
    const qian = person('钱文静');
    expect(await qian.says('通知 @机关一支部 定时 明天9点 请核对名册')).toBe(
      [
        '预览（还没有发出）',
        '发给：机关一支部 9 人',
        '时间：明天（周六）9:00（定时）',
        '——',
        '请核对名册',
        '形式：卡片 9 人',
        '额度：用 9，明天（周六）还有 36,000',
        '请确认：内容不含涉密和内部文件',
        '[确认] [取消] [看卡片] [看文字版]',
      ].join('\n'),
    );
    expect(await qian.says('确认')).toBe(
      '通知 1 定在明天（周六）9:00发给 9 人，按那时的名册。\n要改发“改通知 1 新的内容”，不发了发“撤回 1”。',
    );
    expect(await qian.says('回执')).toContain('1 请核对名册 · 定在明天（周六）9:00 · 机关一支部');
    expect(await qian.says('通知 1')).toContain('请核对名册\n——\n定在明天（周六）9:00。');
    expect(await qian.says('排期 明天')).toContain('9:00 通知 1 请核对名册 → 机关一支部');
    expect(await person('林晓棠').says('收到 1')).toContain('没有发给您的第 1 号通知');
    await goTo('2026-11-21 08:59');
    expect(person('周琪').messages()).toHaveLength(0);
    await goTo('2026-11-21 09:00');
    await goTo('2026-11-21 09:01');
    expect(person('周琪').messages()).toHaveLength(1);
    expect(await person('周琪').says('收到')).toBe('已确认通知 1。');
  });

  it('is kept to, also at night and in quiet hours, and the preview says so', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 15:00' });
    await person('周琪').says('免打扰 12:00-14:00');
    expect(await person('钱文静').says('通知 @机关一支部 定时 11-23 12:30 午间停水')).toContain(
      '时间：11月23日（周一）12:30（定时）；其中 1 人设了免打扰，也按时送',
    );
    await person('钱文静').says('确认');
    await goTo('2026-11-23 12:30');
    expect(person('周琪').lastMessage()?.text).toContain('午间停水');
  });

  it('is shown once more when midnight comes before 确认: 明天 is another day then', async () => {
    const { person, goTo } = await begin({ start: '2026-11-24 23:58' });
    const qian = person('钱文静');
    expect(await qian.says('通知 @典藏部支部 定时 明天9点 请核对名册')).toContain(
      '时间：明天（周三）9:00（定时）',
    );
    await goTo('2026-11-25 00:01');
    const again = await qian.says('确认');
    expect(again).toContain('已经过了零点，日期请再看一遍。\n时间：明天（周四）9:00（定时）');
    expect(await qian.says('确认')).toContain('通知 1 定在明天（周四）9:00发给 2 人');
    await goTo('2026-11-25 09:00');
    expect(
      person('曹磊')
        .messages()
        .some(({ text }) => text.includes('请核对名册')),
    ).toBe(false);
    await goTo('2026-11-26 09:00');
    await person('曹磊').sees('请核对名册');
  });

  it('can be set by a word after the preview', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 15:00' });
    const qian = person('钱文静');
    await qian.says('通知 @典藏部支部 请核对名册');
    expect(await qian.says('定时 下周一 上午8点半')).toContain('时间：11月23日（周一）8:30（定时）');
    await qian.taps('确认');
    await qian.sees('通知 1 定在11月23日（周一）8:30发给 2 人');
    await goTo('2026-11-23 08:30');
    await person('曹磊').sees('请核对名册');
  });

  it('cannot be set for a notice that was given up', async () => {
    const { person } = await begin({ start: '2026-11-20 15:00' });
    const qian = person('钱文静');
    await qian.says('通知 @典藏部支部 请核对名册');
    await qian.says('取消');
    expect(await qian.says('定时 明天9点')).toContain('没有等您确认的通知。');
  });

  it('is changed before it goes out', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 15:00' });
    const qian = person('钱文静');
    await qian.says('通知 @典藏部支部 定时 明天9点 第一稿 https://example.com/a');
    await qian.says('确认');
    expect(await person('赵明远').says('改通知 1 第二稿')).toMatch(
      /^预览（还没有改）[^]*第二稿[^]*\[确认\] \[取消\]$/u,
    );
    expect(await person('马晓峰').says('改通知 1 乱改')).toContain('“改通知”由机关工委使用。');
    expect(await person('赵明远').says('改通知 1 加急 第二稿')).toContain('定了时间的不能改成加急。');
    await person('赵明远').says('改通知 1 第二稿');
    expect(await person('赵明远').says('确认')).toBe(
      '已改。通知 1 明天（周六）9:00发给 2 人，按那时的名册。',
    );
    // A time and nothing else is the new time, never the new text.
    expect(await qian.says('改通知 1 后天8点半')).toContain('时间：11月22日（周日）8:30（定时）\n——\n第二稿');
    await qian.says('改通知 1 定时 明天10点');
    expect(await qian.says('确认')).toContain('明天（周六）10:00发给 2 人');
    await goTo('2026-11-21 09:00');
    expect(person('曹磊').messages()).toHaveLength(0);
    await goTo('2026-11-21 10:00');
    expect(person('曹磊').lastMessage()?.text).toBe('通知 1\n机关工委\n第二稿\n[收到]');
    expect(await qian.says('改通知 1 第三稿')).toContain(
      '只有定了时间还没发的通知能改。通知 1：今天已发出。',
    );
  });

  it('is called off', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 15:00' });
    const qian = person('钱文静');
    await qian.says('通知 全体 定时 明天9点 不用了');
    await qian.says('确认');
    expect(await qian.says('撤回 1')).toContain('取消通知 1（它还没有发出）');
    expect(await qian.says('确认')).toBe('通知 1 已取消，不会发出。');
    expect(await qian.says('撤回 1')).toBe('通知 1 没有发出过，不用撤回。');
    await goTo('2026-11-21 09:00');
    expect(person('林晓棠').messages()).toHaveLength(0);
    expect(await qian.says('回执 1')).toContain('通知 1 · 没有发，已取消');
  });

  it('goes to those who are on the roster then; nobody left is told to its author', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, goTo, lists } = stage;
    await person('钱文静').says('通知 @典藏部支部 定时 明天9点 请核对名册');
    await person('钱文静').says('确认');
    await person('钱文静').says('通知 @机关一支部 除 周琪 定时 明天9点 请核对名册');
    await person('钱文静').says('确认');
    const archive = lists.organisations.find(({ name }) => name === '典藏部支部')?.code ?? '';
    await replaceRoster(stage, {
      organisations: lists.organisations.filter(({ code }) => code !== archive),
      people: lists.people.filter(({ organisation, name }) => organisation !== archive && name !== '林晓棠'),
    });
    await goTo('2026-11-21 09:00');
    expect(person('曹磊').messages()).toHaveLength(0);
    expect(person('徐乐乐').messages()).toHaveLength(1);
    expect(person('林晓棠').messages()).toHaveLength(0);
    await person('钱文静').sees('通知 1 没有发，名册里已经没有要发的组织、标签或人。');
    expect(await person('钱文静').says('回执 2')).toContain('已确认 0/7');
  });

  it.each([
    ['通知 全体 定时 内容', '“定时”后面没有看到时间。例如：通知 全体 定时 明天9点 内容'],
    ['通知 全体 定时 明天 内容', '还没有定几点'],
    ['通知 全体 定时 今天8点 内容', '今天 8:00 已经过了。'],
    ['通知 全体 定时 明天9点', '还缺通知的内容'],
    ['通知 全体 加急 定时 明天9点 内容', '两个请留一个'],
    ['定时 明天9点', '没有等您确认的通知。'],
    ['改通知 7 新的', '没有第 7 号通知'],
  ])('%s is refused in words that help', async (line, words) => {
    const { person } = await begin({ start: '2026-11-20 15:00' });
    expect(await person('钱文静').says(line)).toContain(words);
  });
});

describe('an urgent notice', () => {
  it('goes out at once, at night and in quiet hours', async () => {
    const { person, settle } = await begin({ start: '2026-11-20 22:10' });
    const qian = person('钱文静');
    const preview = await qian.says('通知 @典藏部支部 加急 今晚停电');
    expect(preview).toContain('时间：现在（加急）；8:00 到 21:00 之外不打扰，这次照发');
    // A notice that can wait finds 36,000: a tenth of the day is kept for this one.
    expect(preview).toContain('额度：用 2，今天还有 40,000（含留给加急的）');
    await qian.says('确认');
    await settle();
    expect(person('曹磊').lastMessage()?.text).toBe('通知 1 · 加急\n机关工委\n今晚停电\n[收到]');
  });
});
