import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

/** 党员大会 on Wednesday 25 November at 15:00, 308. */
async function called(options: Parameters<typeof begin>[0] = {}) {
  const world = await begin(options);
  const chen = world.person('陈志刚');
  await chen.says('开会 2026-11-25 15:00 党员大会 308 学习讲话');
  await chen.says('确认');
  await world.settle();
  return world;
}

describe('a meeting is moved', () => {
  it('everybody invited hears of it and is asked anew', async () => {
    const { person, settle } = await called();
    await person('林晓棠').says('参加');
    const chen = person('陈志刚');
    expect(await chen.says('改期 1 周四15:00')).toBe(
      [
        '请核对：会议 1 · 党员大会',
        '改为11月26日（周四）15:00 · 308',
        '原来是11月25日（周三）15:00 · 308。',
        '时间变了，会请大家再回复一次。',
        '通知：其他 8 人，确认后就发',
        '提醒：11月25日15:00没回复的人，当天14:00要参加的人',
        '[确认] [取消]',
      ].join('\n'),
    );
    await chen.taps('确认');
    await chen.sees(
      '会议 1 改为11月26日（周四）15:00 · 308。\n已通知 8 人。\n已记您参加；来不了的话，发“请假 1 出差”。',
    );
    await settle();
    expect(person('林晓棠').lastMessage()?.text).toBe(
      [
        '会议 1 改时间了 · 党员大会',
        '11月26日（周四）15:00 · 308',
        '原来是11月25日（周三）15:00。',
        '时间变了，请您再回复一次。',
        '[参加] [请假]',
      ].join('\n'),
    );
    expect(await person('林晓棠').says('会议')).toContain(
      '11月26日（周四）15:00 · 308 党员大会，您还没有回复',
    );
  });

  it('an old card does not say yes to the new time', async () => {
    const { person, settle } = await called();
    const lin = person('林晓棠');
    const old = lin.lastMessage();
    await person('陈志刚').says('改期 1 周四15:00');
    await person('陈志刚').says('确认');
    await settle();
    await lin.taps('参加', { card: old?.id ?? '' });
    await lin.sees('会议 1 改到11月26日（周四）15:00了，所以还没有记。');
    expect(await lin.says('会议')).toContain('您还没有回复');
    await lin.says('参加');
    expect(await lin.says('会议')).toContain('您参加');
  });

  it.each([
    ['改期 1 16:00', '改为11月25日（周三）16:00 · 308'],
    ['改期 1 周四', '改为11月26日（周四）15:00 · 308'],
    ['改期 16:00', '改为11月25日（周三）16:00 · 308'],
    ['改期 会议1 改到周四下午4点', '改为11月26日（周四）16:00 · 308'],
    ['改期 1 推迟半小时', '改为11月25日（周三）15:30 · 308'],
    ['改期 1 提前一天', '改为11月24日（周二）15:00 · 308'],
    ['改期 1 延后一周', '改为12月2日（周三）15:00 · 308'],
    ['改期 1 推迟半小时 三楼会议室', '改为11月25日（周三）15:30 · 三楼会议室'],
    ['改期 1 15:00-16:30', '改为11月25日（周三）15:00–16:30 · 308'],
    ['改期 1 周四15:00-16:30 三楼会议室', '改为11月26日（周四）15:00–16:30 · 三楼会议室'],
  ])('%s', async (line, shown) => {
    const { person } = await called();
    expect(await person('陈志刚').says(line)).toContain(shown);
  });

  it('by another officer: whoever called it is asked as everybody is, and the other is not', async () => {
    const { person, settle } = await called();
    const [chen, he] = [person('陈志刚'), person('何雨晴')];
    expect(await chen.says('会议')).toContain('您参加');
    await he.says('改期 1 周四15:00');
    await he.says('确认');
    await settle();
    expect(chen.lastMessage()?.text).toContain('时间变了，请您再回复一次。');
    expect(await chen.says('会议')).toContain('您还没有回复');
    expect(await he.says('会议')).toContain('您参加');
    expect(await he.says('请假 1 出差')).toContain('已告诉陈志刚。');
  });

  it('only to another place: what people replied still counts', async () => {
    const { person, settle } = await called();
    await person('林晓棠').says('参加');
    const chen = person('陈志刚');
    expect(await chen.says('改期 1 三楼会议室')).toContain('开始时间不变，已有的回复仍然算数。');
    await chen.says('确认');
    await settle();
    expect(person('周琪').lastMessage()?.text).toContain(
      '会议 1 换地方了 · 党员大会\n11月25日（周三）15:00 · 三楼会议室',
    );
    expect(await person('林晓棠').says('会议')).toContain('三楼会议室 党员大会，您参加');
  });

  it.each([
    ['改期 1 昨天15:00', '昨天（周四）15:00 已经过去了。'],
    ['改期 1 今天8点', '今天 8:00 已经过了。'],
    ['改期 1 提前一周', '11月18日（周三）15:00 已经过去了。'],
    ['改期 1 周六', '明天是周六，不是工作日。'],
    ['改期 1 02:00', '2:00 是夜里。'],
    ['改期 1 3点', '3点没有说是上午还是下午。'],
  ])('%s is questioned', async (line, question) => {
    const { person } = await called();
    const asked = await person('陈志刚').says(line);
    expect(asked.split('\n')[0]).toBe(question);
    expect(asked).toContain('改期 1 ');
    expect(await person('陈志刚').says('会议 1')).toContain('11月25日（周三）15:00 · 308');
  });

  it('a choice is the whole change', async () => {
    const { person } = await called();
    const chen = person('陈志刚');
    await chen.says('改期 1 周六 三楼会议室');
    await chen.taps('明天 15:00');
    await chen.sees('改为明天（周六）15:00 · 三楼会议室');
  });

  it.each([
    ['林晓棠', '改期 1 周四15:00', '使用'],
    ['马晓峰', '改期 1 周四15:00', '您这里没有第 1 号会议可以改。'],
    ['马晓峰', '改期 周四15:00', '您接下来没有定会议'],
    ['陈志刚', '改期 9 周四15:00', '您这里没有第 9 号会议可以改。'],
    ['陈志刚', '改期 1 好的', '没有看懂改成什么：“好的”'],
    ['陈志刚', '改期 1 11-25 15:00', '本来就是这个时间和地点'],
  ])('%s says %s', async (name, line, why) => {
    const { person } = await called();
    expect(await person(name).says(line)).toContain(why);
  });

  it('not when it has begun, or was cancelled', async () => {
    const { person, goTo, settle } = await called();
    const chen = person('陈志刚');
    await goTo('2026-11-25 15:00');
    expect(await chen.says('改期 1 16:00')).toContain('已经开始了，不能再改');
    await chen.says('开会 周四15:00 支委会 308');
    await chen.says('确认');
    await settle();
    await chen.says('取消会议 2 有任务');
    await chen.says('确认');
    await settle();
    expect(await chen.says('改期 2 16:00')).toContain('已经取消了');
  });
});

describe('a meeting is cancelled', () => {
  it('everybody hears why, and nothing is left of it', async () => {
    const { person, settle, goTo } = await called();
    await person('林晓棠').says('参加');
    const chen = person('陈志刚');
    expect(await chen.says('取消会议 1 临时有任务')).toBe(
      [
        '请核对：取消会议 1 · 党员大会',
        '原定11月25日（周三）15:00 · 308',
        '原因：临时有任务',
        '通知：其他 8 人，确认后就发',
        '[确认] [取消]',
      ].join('\n'),
    );
    await chen.taps('确认');
    await chen.sees('会议 1 已取消（原定11月25日（周三）15:00），不再提醒。');
    await settle();
    expect(person('林晓棠').lastMessage()?.text).toBe(
      '会议 1 取消了 · 党员大会\n原定11月25日（周三）15:00 · 308\n原因：临时有任务\n您不用再回复，也不会再提醒。',
    );
    expect(await person('林晓棠').says('会议')).toBe('您接下来没有会议。');
    expect(await person('林晓棠').says('参加 1')).toContain('已经取消了，不用再回复');
    const before = person('林晓棠').messages().length;
    await goTo('2026-11-24 15:00');
    await goTo('2026-11-25 14:00');
    expect(
      person('林晓棠')
        .messages()
        .slice(before)
        .filter(({ text }) => text.includes('党员大会')),
    ).toEqual([]);
  });

  it.each([
    ['马晓峰', '取消会议 1 有事', '您这里没有第 1 号会议可以改。'],
    ['林晓棠', '取消会议 1 有事', '使用'],
    ['陈志刚', '取消会议 9 有事', '没有第 9 号会议'],
  ])('%s says %s', async (name, line, why) => {
    const { person } = await called();
    expect(await person(name).says(line)).toContain(why);
  });
});

describe('what cannot wait', () => {
  it('a change within 12 hours goes out at once, also at night and in quiet hours', async () => {
    const { person, goTo, settle } = await called();
    await person('林晓棠').says('免打扰 20:00-9:00');
    await goTo('2026-11-25 06:00');
    const chen = person('陈志刚');
    expect(await chen.says('改期 1 16:00')).toContain('通知：其他 8 人，确认后就发（12 小时内，不等免打扰）');
    await chen.says('确认');
    await settle();
    expect(person('林晓棠').lastMessage()?.text).toContain('会议 1 改时间了 · 党员大会\n今天 16:00');
  });

  it('an earlier one waits until people may be written to, and says so', async () => {
    const { person, goTo, settle } = await called();
    await goTo('2026-11-23 22:00');
    const chen = person('陈志刚');
    expect(await chen.says('取消会议 1 改到下月')).toContain('通知：其他 8 人，明天（周二）8:00起送达');
    await chen.says('确认');
    await settle();
    expect(person('林晓棠').lastMessage()?.text).not.toContain('取消了');
    await goTo('2026-11-24 08:00');
    expect(person('林晓棠').lastMessage()?.text).toContain('会议 1 取消了');
  });
});

describe('two officers at once', () => {
  it('the second one decides on what the first one made of it', async () => {
    const { person, settle } = await called({ replicas: 2 });
    await person('陈志刚').says('改期 1 周四15:00');
    await person('何雨晴').says('取消会议 1 有任务');
    await Promise.all([person('陈志刚').says('确认'), person('何雨晴').says('确认')]);
    await settle();
    const told = person('周琪')
      .messages()
      .map(({ text }) => text.split('\n')[0]);
    expect([
      ['会议 1 · 党员大会', '会议 1 改时间了 · 党员大会', '会议 1 取消了 · 党员大会'],
      ['会议 1 · 党员大会', '会议 1 取消了 · 党员大会'],
    ]).toContainEqual(told);
    expect(await person('周琪').says('参加 1')).toContain('已经取消了');
  });
});
