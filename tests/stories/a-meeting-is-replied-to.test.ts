import { describe, expect, it } from 'vitest';
import { createKeys } from '../../src/redis/keys.ts';
import { createRosterStore } from '../../src/roster/roster-store.ts';
import { localDate } from '../../src/time/local-date.ts';
import { callMeeting } from '../support/call-meeting.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

/** 党员大会 on Wednesday 25 November at 15:00, called by 陈志刚 on the Friday before. */
async function called(options: Parameters<typeof begin>[0] = {}) {
  const world = await begin(options);
  const chen = world.person('陈志刚');
  await chen.says('开会 下周三15:00 党员大会 308 学习讲话；研究发展对象');
  await chen.says('确认');
  await world.settle();
  return world;
}

describe('a member replies', () => {
  it('late in the evening: neither the call nor the leave is said to have been told before it is', async () => {
    const { person, settle, goTo } = await begin({ start: '2026-11-20 21:43' });
    const chen = person('陈志刚');
    await chen.says('开会 下周三15:00 党员大会 308会议室');
    expect(await chen.says('确认')).toContain('会议 1 定好了，8 人现在不便打扰，明天（周六）8:00起通知。');
    expect(await person('林晓棠').says('请假 1 出差')).toContain('明天（周六）8:00告诉陈志刚。');
    await settle();
    expect(chen.messages().filter(({ text }) => text.includes('林晓棠请假'))).toEqual([]);
    await goTo('2026-11-21 08:00');
    await chen.sees('林晓棠请假：会议 1');
  });

  it('with a tap or a word, once; and sees it under 会议 and 我的', async () => {
    const { person } = await called();
    const lin = person('林晓棠');
    expect(await lin.says('会议')).toBe(
      '您接下来的会议 1 个：\n1 11月25日（周三）15:00 · 308 党员大会，您还没有回复\n回复发“参加 1”或“请假 1 出差”。',
    );
    expect(await lin.says('我的')).toContain('会议：11月25日（周三）15:00 · 308 党员大会，您还没有回复');
    expect(await lin.says('我的')).toContain('下一步：发“参加 1”或“请假 1 出差”');
    await lin.taps('参加');
    await lin.sees('参加 11-20 09:00');
    expect(await lin.says('参加')).toBe('已经记过了：您参加11月25日（周三）15:00 党员大会（会议 1）。');
    expect(await lin.says('会议')).toContain('党员大会，您参加\n看议题发“会议 1”。');
    expect(await person('周琪').says('参加1')).toContain('已记下：您参加');
  });

  it('is asked which one is meant when two are coming', async () => {
    const { person, settle } = await called();
    await person('陈志刚').says('开会 下周四15:00 党课 308');
    await person('陈志刚').says('确认');
    await settle();
    const lin = person('林晓棠');
    expect(await lin.says('参加')).toBe(
      [
        '您接下来不止一个会议',
        '1 11月25日（周三）15:00 · 308 党员大会，您还没有回复',
        '2 11月26日（周四）15:00 · 308 党课，您还没有回复',
        '[会议 1] [会议 2]',
      ].join('\n'),
    );
    await lin.taps('会议 2');
    await lin.sees('[参加 11-20 09:00]');
    expect(await lin.says('参加')).toContain('您参加11月25日（周三）15:00 党员大会（会议 1）');
    expect(await lin.says('请假 出差')).toContain('您接下来不止一个会议');
  });

  it('not for a meeting of others', async () => {
    const { person } = await called();
    expect(await person('唐云').says('参加 1')).toBe('没有请您参加的第 1 号会议。您接下来没有会议。');
    expect(await person('唐云').says('会议 1')).toContain('没有和您有关的第 1 号会议');
    expect(await person('唐云').says('会议')).toBe('您接下来没有会议。');
    expect(await person('林晓棠').says('请假 9 看病')).toBe(
      '没有请您参加的第 9 号会议。您接下来的会议是 1 号，11月25日（周三）15:00 党员大会。\n例如：请假 1 看病（原因只记“其他”，不保存具体情况）',
    );
  });

  it('sees the meeting of today until midnight, and no longer', async () => {
    const { person, goTo } = await called();
    await goTo('2026-11-25 23:50');
    expect(await person('林晓棠').says('会议')).toContain('今天 15:00 · 308 党员大会');
    await goTo('2026-11-26 00:01');
    expect(await person('林晓棠').says('会议')).toBe('您接下来没有会议。');
  });

  it('in words, when somebody prefers text', async () => {
    const { person, settle } = await begin();
    await person('林晓棠').says('文字版');
    await person('陈志刚').says('开会 下周三15:00 党员大会 308');
    await person('陈志刚').says('确认');
    await settle();
    expect(person('林晓棠').lastMessage()?.text).toContain('参加，发“参加 1 1”\n请假，发“请假 1”');
  });
});

describe('a member asks for leave', () => {
  it('the officer who called it is told, agrees with one tap, and the member hears of it', async () => {
    const { person, settle } = await called();
    const lin = person('林晓棠');
    expect(await lin.says('请假 出差')).toBe(
      '已替您请假：11月25日（周三）15:00 党员大会（会议 1），原因记为“公差”。\n已告诉陈志刚。会后纪要写好了，我发给您补学。\n又能来了，发“参加 1”。',
    );
    await settle();
    const chen = person('陈志刚');
    expect(chen.lastMessage()?.text).toBe(
      [
        '林晓棠请假：会议 1 · 党员大会',
        '11月25日（周三）15:00 · 308',
        '原因：公差。不答复就按已请假算。',
        '[同意] [不同意]',
      ].join('\n'),
    );
    await chen.taps('同意');
    await chen.sees('同意 11-20 09:00');
    await settle();
    expect(lin.lastMessage()?.text).toBe('您的请假同意了 · 党员大会\n11月25日（周三）15:00 · 308');
    expect(await chen.says('准假 1 林晓棠')).toContain('已经答复过了');
    expect(await chen.says('会议 1')).toContain('请假：林晓棠（公差）');
  });

  it('is told when it was declined, and may come after all', async () => {
    const { person, settle } = await called();
    const lin = person('林晓棠');
    await lin.says('请假 1 年休假');
    await settle();
    expect(await person('陈志刚').says('不准假 1 林晓棠')).toContain('不同意林晓棠的请假');
    await settle();
    expect(lin.lastMessage()?.text).toContain('您的请假没有同意 · 党员大会');
    await lin.taps('参加');
    await lin.sees('参加 11-20');
    expect(await person('陈志刚').says('准假 1 林晓棠')).toBe('林晓棠后来说参加，不用再答复。');
  });

  it('with the reason said once, also where it has to be asked which meeting', async () => {
    const world = await called();
    const { person } = world;
    await callMeeting(world, { at: '2026-11-21 15:00', type: 'partyLecture', title: '党课' });
    const lin = person('林晓棠');
    expect(await lin.says('请假 出差')).toContain('您接下来不止一个会议');
    await lin.taps('会议 1');
    await lin.sees('党员大会（会议 1），原因记为“公差”');

    expect(await person('周琪').says('请假 明天 家里有事')).toContain('党课（会议 2），原因记为“其他”。');
    expect(await person('周琪').says('请假 下周三')).toContain('请假：党员大会');
    expect(await person('罗健').says('请假 一号 值班')).toContain('党员大会（会议 1），原因记为“公差”。');
    expect(await person('罗健').says('请假 2号 事假')).toContain('党课（会议 2），原因记为“事假”。');
    expect(await person('张三').says('请假 25号的会 出差')).toContain('党员大会（会议 1），原因记为“公差”。');
    const none = await person('吴刚').says('请假 后天 值班');
    expect(none).toContain('您11月22日（周日）没有会议\n');
    await person('吴刚').taps('会议 2');
    await person('吴刚').sees('党课（会议 2），原因记为“公差”');
    expect(await person('高美芳').says('请假 九号 出差')).toContain('没有请您参加的第 9 号会议');
  });

  it.each([
    ['出差', '公差'],
    ['值班', '公差'],
    ['年休假', '事假'],
    ['有事', '事假'],
    ['看病', '其他'],
    ['病假', '其他'],
    ['孩子发烧', '其他'],
    ['陪父亲住院', '其他'],
  ])('because of %s: only %s is kept', async (words, kept) => {
    const { person, redis, settings } = await called();
    expect(await person('林晓棠').says(`请假 1 ${words}`)).toContain(`原因记为“${kept}”`);
    const keys = createKeys(settings.redisPrefix);
    const stored = await redis.hget(keys('meeting', 1, 'people'), 'lin.xiaotang');
    expect(stored).toMatch(/^v[0-9a-z]{5}[dpo]a$/u);
  });

  it('without a reason is asked for one; a typed reason is enough then', async () => {
    const { person } = await called();
    const lin = person('林晓棠');
    expect(await lin.says('请假')).toBe(
      [
        '请假：党员大会',
        '11月25日（周三）15:00',
        '请选一个原因，或直接写。只记是公差、事假还是其他，不保存具体情况。',
        '[公差] [事假] [其他]',
      ].join('\n'),
    );
    expect(await lin.says('下乡调研')).toContain('原因记为“公差”');
    const zhou = person('周琪');
    await zhou.taps('请假');
    await zhou.sees('请选一个原因');
    await zhou.taps('事假');
    await zhou.sees('原因记为“事假”');
  });

  it('not when the meeting has begun', async () => {
    const { person, goTo } = await called();
    await goTo('2026-11-25 15:00');
    expect(await person('林晓棠').says('请假 1 出差')).toBe(
      '今天 15:00 党员大会（会议 1）已经开始了，这里不能再请假。\n请告诉陈志刚，由陈志刚发“准假 1 林晓棠”记上。',
    );
    expect(await person('林晓棠').says('参加 1')).toBe(
      '今天 15:00 党员大会（会议 1）已经开始了，不用再回复。\n到了请发主持人报的码，例如：签到 4821',
    );
    await goTo('2026-11-26 09:00');
    expect(await person('林晓棠').says('请假 1 出差')).toContain('已经开始了');
    expect(await person('林晓棠').says('请假 出差')).toBe('您接下来没有会议。发“会议”看今天的。');
  });

  it('the secretary’s own goes to the next officer; others may not answer it', async () => {
    const { person, settle } = await called();
    expect(await person('陈志刚').says('请假 出差')).toContain('已告诉何雨晴。');
    await settle();
    expect(await person('陈志刚').says('准假 1 陈志刚')).toContain('由所在支部的书记答复');
    expect(await person('马晓峰').says('准假 1 陈志刚')).toContain('您管理的人里没有“陈志刚”');
    await person('何雨晴').taps('同意');
    await settle();
    expect(person('陈志刚').lastMessage()?.text).toContain('您的请假同意了');
  });

  it('of a meeting of the whole city is answered by the own branch', async () => {
    const world = await begin();
    await callMeeting(world, {
      at: '2026-11-25 15:00',
      type: 'lectureHall',
      title: '大讲堂',
      organisation: 'GW',
      convenedBy: 'qian.wenjing',
      invited: { voting: ['林晓棠', '唐云'] },
    });
    expect(await world.person('林晓棠').says('请假 1 出差')).toContain('已告诉陈志刚。');
    expect(await world.person('唐云').says('请假 1 出差')).toContain('已告诉马晓峰。');
  });
});

describe('officers see who comes', () => {
  it('with names of their own people, figures with denominator and cut-off', async () => {
    const { person, settle } = await called();
    await person('林晓棠').says('参加');
    await person('周琪').says('请假 出差');
    await settle();
    expect(await person('陈志刚').says('会议 1')).toBe(
      [
        '会议 1 · 党员大会',
        '11月25日（周三）15:00 · 308',
        '您：参加',
        '参加 2/9，请假 1，没有回复 6（截至 9:00）',
        '请假：周琪（公差，等答复）',
        '没有回复：何雨晴、张三、吴刚、徐乐乐、高美芳、罗健',
        '议题：',
        '1 学习讲话',
        '2 研究发展对象',
        '[请假] [提醒回复] [加到日历]',
      ].join('\n'),
    );
    expect(await person('张三').says('会议 1')).toContain('参加 0/4，请假 1，没有回复 3');
    expect(await person('林晓棠').says('会议 1')).not.toContain('周琪');
  });

  it('of other branches in figures only', async () => {
    const { person } = await called();
    await person('周琪').says('请假 出差');
    const seen = await person('孙海波').says('会议 1');
    expect(seen).toContain('参加 1/9，请假 1，没有回复 7');
    expect(seen).not.toMatch(/周琪|林晓棠/u);
    expect(await person('钱文静').says('会议 1')).not.toMatch(/周琪|林晓棠/u);
  });

  it('when the roster was replaced since, whoever left is only counted, and nobody is written to in vain', async () => {
    const world = await called();
    const { person, redis, settings, lists, goTo } = world;
    await person('周琪').says('参加');
    const people = lists.people.filter(({ name }) => name !== '罗健' && name !== '周琪');
    const store = createRosterStore(redis, createKeys(settings.redisPrefix));
    const current = await store.load();
    await store.replace(current, { ...lists, people }, localDate(2026, 11, 20));
    expect(await person('陈志刚').says('会议 1')).toContain('另有 2 人已不在名册上。');
    expect(await person('陈志刚').says('会议 1')).toContain('参加 1/7');
    expect(await person('周琪').says('会议')).toContain('我还不认识这个账号');
    const before = person('周琪').messages().length;
    await goTo('2026-11-24 15:00');
    await goTo('2026-11-25 14:00');
    expect(person('周琪').messages()).toHaveLength(before);
    expect(person('林晓棠').lastMessage()?.text).toContain('请您回复');
  });
});

describe('a meeting in one’s own calendar', () => {
  it('is a file that keeps its place when the meeting moves', async () => {
    const { person, settle } = await called();
    const lin = person('林晓棠');
    expect(await lin.says('会议 1 日历')).toContain('会议 1 的日历文件发给您了');
    const file = await lin.opensFile('会议1-党员大会-2026-11-25.ics');
    const text = file.bytes.toString('utf8');
    expect(text).toContain('UID:meeting-1@branch-assistant');
    expect(text).toContain('DTSTART:20261125T070000Z');
    expect(text).toContain('LOCATION:308');
    expect(text).toContain('SEQUENCE:0');
    expect(await person('唐云').says('会议 1 日历')).toContain('没有和您有关的');

    await person('陈志刚').says('改期 1 周四16:00-17:30');
    await person('陈志刚').says('确认');
    await settle();
    await lin.says('会议 1 日历');
    const moved = await lin.opensFile('会议1-党员大会-2026-11-26.ics');
    expect(moved.bytes.toString('utf8')).toMatch(
      /SEQUENCE:1[\s\S]*DTSTART:20261126T080000Z\r\nDTEND:20261126T093000Z/u,
    );
  });
});

describe('what is stored about replies', () => {
  it('is told under 我的数据 and given as a file', async () => {
    const { person } = await called();
    const lin = person('林晓棠');
    await lin.says('请假 1 看病');
    expect(await lin.says('我的数据')).toContain('会议：近一年请您 1 次，您回复 1 次，到会 0 次');
    await lin.says('导出 我的数据');
    const file = await lin.opensFile('我的数据');
    expect(file.bytes.length).toBeGreaterThan(1000);
  });
});
