import { describe, expect, it } from 'vitest';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();

/** What somebody was reminded of, in the order in which it came: the first lines. */
function remindersOf(user: SimulatedUser): readonly string[] {
  const firstLines = user.messages().map(({ text }) => text.split('\n')[0] ?? '');
  return firstLines
    .filter((line) => line.startsWith('请您回复') || / · (?:党员大会|主题党日)$/u.test(line))
    .filter((line) => !line.startsWith('会议 '));
}

/** Calls a meeting by its whole time, such as `2026-11-25 15:00`. */
async function call(world: World, when: string, what = '党员大会 308 学习讲话'): Promise<void> {
  const chen = world.person('陈志刚');
  await chen.says(`开会 ${when} ${what}`);
  await chen.says('确认');
  await world.settle();
}

describe('a meeting is reminded of', () => {
  it('one working day before those who have not replied, one hour before those who come', async () => {
    const world = await begin();
    const { person, goTo } = world;
    await call(world, '2026-11-25 15:00');
    await person('林晓棠').says('参加');
    await person('周琪').says('请假 出差');

    await goTo('2026-11-24 14:59');
    expect(remindersOf(person('何雨晴'))).toEqual([]);
    await goTo('2026-11-24 15:00');
    expect(person('何雨晴').lastMessage()?.text).toBe(
      [
        '请您回复：会议 1 · 党员大会',
        '明天（周三）15:00 · 308',
        '您还没有说来不来，方便时点一下。',
        '[参加] [请假]',
      ].join('\n'),
    );
    for (const name of ['林晓棠', '周琪']) expect(remindersOf(person(name))).toEqual([]);

    await person('何雨晴').taps('参加');
    await goTo('2026-11-25 14:00');
    expect(person('林晓棠').lastMessage()?.text).toBe(
      ['今天 15:00 · 党员大会', '308', '议题：学习讲话', '来不了的话，请点“请假”。', '[请假]'].join('\n'),
    );
    expect(remindersOf(person('何雨晴'))).toEqual(['请您回复：会议 1 · 党员大会', '今天 15:00 · 党员大会']);
    expect(remindersOf(person('周琪'))).toEqual([]);
    // 免提醒: invited, and left in peace after that.
    expect(remindersOf(person('吴刚'))).toEqual([]);
    expect(
      person('吴刚')
        .messages()
        .filter(({ text }) => text.startsWith('会议 1')),
    ).toHaveLength(1);
    // Nobody who has not replied is urged again.
    expect(remindersOf(person('罗健'))).toEqual(['请您回复：会议 1 · 党员大会']);
  });

  it('each once, over two replicas, every minute anew, and however often the job runs', async () => {
    const world = await begin({ replicas: 2 });
    const { person, goTo, settle } = world;
    await call(world, '2026-11-25 15:00');
    for (const minute of ['15:00', '15:01', '15:02', '15:30', '20:00']) {
      await goTo(`2026-11-24 ${minute}`);
      await settle();
    }
    await goTo('2026-11-25 09:00');
    for (const name of ['林晓棠', '何雨晴', '罗健']) {
      expect(remindersOf(person(name))).toEqual(['请您回复：会议 1 · 党员大会']);
    }
  });

  it('after a downtime as soon as the service is back, and not when the meeting is near', async () => {
    const world = await begin();
    const { person, goTo } = world;
    await call(world, '2026-11-25 15:00');
    await goTo('2026-11-25 08:00');
    expect(remindersOf(person('林晓棠'))).toEqual(['请您回复：会议 1 · 党员大会']);
    await person('林晓棠').says('参加');
    await goTo('2026-11-25 15:00');
    expect(remindersOf(person('林晓棠'))).toEqual(['请您回复：会议 1 · 党员大会']);
  });

  it('never in somebody’s quiet hours: they get it afterwards, if it still is of use', async () => {
    const world = await begin();
    const { person, goTo } = world;
    await person('林晓棠').says('免打扰 14:00-17:00');
    await person('周琪').says('免打扰 14:30-10:00');
    await person('何雨晴').says('免打扰 13:00-14:30');
    await call(world, '2026-11-25 15:00');
    await goTo('2026-11-20 10:00');
    await person('何雨晴').says('参加');
    await goTo('2026-11-24 15:00');
    expect(remindersOf(person('林晓棠'))).toEqual([]);
    expect(remindersOf(person('罗健'))).toHaveLength(1);
    await goTo('2026-11-24 17:00');
    expect(remindersOf(person('林晓棠'))).toHaveLength(1);
    expect(remindersOf(person('罗健'))).toHaveLength(1);
    await goTo('2026-11-25 10:00');
    expect(person('周琪').lastMessage()?.text).toContain('今天 15:00 · 308');
    await person('林晓棠').says('参加');
    await goTo('2026-11-25 14:00');
    expect(remindersOf(person('林晓棠'))).toHaveLength(1);
    await goTo('2026-11-25 14:30');
    expect(remindersOf(person('何雨晴'))).toEqual(['今天 15:00 · 党员大会']);
    await goTo('2026-11-25 17:00');
    expect(remindersOf(person('林晓棠'))).toHaveLength(1);
  });

  it('not those whose answer came while they were left in peace', async () => {
    const world = await begin();
    const { person, goTo } = world;
    await person('林晓棠').says('免打扰 14:00-17:00');
    await call(world, '2026-11-25 15:00');
    await goTo('2026-11-24 15:00');
    await person('林晓棠').says('参加');
    await goTo('2026-11-24 17:00');
    expect(remindersOf(person('林晓棠'))).toEqual([]);
  });

  it('before one on a Monday on Friday, and before one on a day off on the working day before', async () => {
    const world = await begin();
    const { person, goTo } = world;
    await call(world, '2026-11-23 15:00');
    await call(world, '就定2026-11-29 09:00', '主题党日 烈士陵园');
    await person('林晓棠').says('参加 1');
    await person('林晓棠').says('参加 2');
    await goTo('2026-11-20 15:00');
    expect(remindersOf(person('何雨晴'))).toEqual(['请您回复：会议 1 · 党员大会']);
    await goTo('2026-11-23 14:00');
    expect(remindersOf(person('林晓棠'))).toEqual(['今天 15:00 · 党员大会']);
    await goTo('2026-11-27 09:00');
    expect(remindersOf(person('林晓棠')).at(-1)).toBe('11月29日（周日）9:00 · 主题党日');
    expect(remindersOf(person('何雨晴')).at(-1)).toBe('请您回复：会议 2 · 主题党日');
    const before = person('林晓棠').messages().length;
    await goTo('2026-11-29 08:00');
    expect(person('林晓棠').messages()).toHaveLength(before);
  });

  it('before an early one at eight', async () => {
    const world = await begin();
    const { person, goTo } = world;
    await call(world, '2026-11-25 08:30');
    await person('林晓棠').says('参加');
    await goTo('2026-11-25 07:30');
    expect(remindersOf(person('林晓棠'))).toEqual([]);
    await goTo('2026-11-25 08:00');
    expect(remindersOf(person('林晓棠'))).toEqual(['今天 8:30 · 党员大会']);
  });

  it('not right after it was called: everybody has just been told', async () => {
    const world = await begin({ start: '2026-11-24 16:00' });
    const { person, goTo } = world;
    const chen = person('陈志刚');
    expect(await chen.says('开会 2026-11-25 15:00 党员大会 308')).toContain('提醒：当天14:00要参加的人');
    await chen.says('确认');
    await goTo('2026-11-24 16:10');
    expect(remindersOf(person('林晓棠'))).toEqual([]);
    await goTo('2026-11-25 14:30');
    expect(await chen.says('开会 今天15:10 党员大会 308')).toContain('提醒：离开会太近，不再提醒');
  });

  it('at its new time when it was moved, with everybody asked anew', async () => {
    const world = await begin();
    const { person, goTo, settle } = world;
    await call(world, '2026-11-25 15:00');
    await person('林晓棠').says('参加');
    await goTo('2026-11-24 15:00');
    await person('陈志刚').says('改期 1 周五10:00');
    await person('陈志刚').says('确认');
    await settle();
    await goTo('2026-11-25 14:00');
    expect(remindersOf(person('林晓棠'))).toEqual([]);
    await goTo('2026-11-26 10:00');
    expect(remindersOf(person('林晓棠'))).toEqual(['请您回复：会议 1 · 党员大会']);
    await person('何雨晴').sees('明天（周五）10:00');
    await person('林晓棠').says('参加');
    await goTo('2026-11-27 09:00');
    expect(remindersOf(person('林晓棠')).at(-1)).toBe('今天 10:00 · 党员大会');
  });

  it('once when the clock is put back an hour, and at the right time when it is put on', async () => {
    const world = await begin();
    const { person, goTo } = world;
    await call(world, '2026-11-25 15:00');
    await goTo('2026-11-24 15:10');
    await goTo('2026-11-24 14:10');
    await goTo('2026-11-24 15:10');
    await goTo('2026-11-24 16:10');
    expect(remindersOf(person('林晓棠'))).toEqual(['请您回复：会议 1 · 党员大会']);
  });

  it('and is not counted among the three messages of a day, nor kept back by another', async () => {
    const world = await begin();
    const { person, goTo } = world;
    await call(world, '2026-11-24 09:30');
    await call(world, '2026-11-24 09:45', '主题党日 308');
    await person('林晓棠').says('参加 1');
    await person('林晓棠').says('参加 2');
    await goTo('2026-11-24 08:30');
    await goTo('2026-11-24 08:45');
    expect(remindersOf(person('林晓棠'))).toEqual(['今天 9:30 · 党员大会', '今天 9:45 · 主题党日']);
    expect(
      person('林晓棠')
        .messages()
        .some(({ text }) => text.includes('已学完')),
    ).toBe(true);
  });

  it('what the committee sees beforehand under 排期', async () => {
    const world = await begin({ start: '2026-11-23 16:00' });
    await call(world, '2026-11-25 15:00');
    await world.person('林晓棠').says('参加');
    expect(await world.person('钱文静').says('排期 明天')).toContain(
      '15:00 会议 1 请没有回复的人回复：现在 6 人',
    );
  });
});

describe('a secretary reminds by hand', () => {
  it('only those who have not replied, at most once in half an hour', async () => {
    const world = await begin();
    const { person, goTo, settle } = world;
    await call(world, '2026-11-25 15:00');
    await person('林晓棠').says('参加');
    await person('周琪').says('请假 出差');
    await settle();
    const chen = person('陈志刚');
    expect(await chen.says('提醒 会议 1')).toBe(
      '已提醒 5 人（机关一支部请了 9 人，已回复 3，免提醒或离退 1）。\n30 分钟内不会重复提醒同一件事。',
    );
    await settle();
    expect(person('罗健').lastMessage()?.text).toContain(
      '请您回复：会议 1 · 党员大会\n11月25日 周三 15:00 · 308',
    );
    expect(remindersOf(person('林晓棠'))).toEqual([]);
    expect(await chen.says('提醒 会议')).toContain('30 分钟内已经提醒过会议 1 了');
    await goTo('2026-11-20 09:30');
    expect(await chen.says('提醒 会议')).toContain('已提醒 5 人');
    await settle();
    expect(await person('马晓峰').says('提醒 会议 1')).toContain('没有和您有关的第 1 号会议');
    expect(await chen.says('提醒 会议 7')).toContain('没有和您有关的第 7 号会议');
  });

  it('not any more when it has begun', async () => {
    const world = await begin();
    await call(world, '2026-11-20 15:00');
    await world.goTo('2026-11-20 15:00');
    expect(await world.person('陈志刚').says('提醒 会议 1')).toBe('会议 1 已经开始了，不再提醒回复。');
  });
});
