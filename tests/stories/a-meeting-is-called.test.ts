import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a secretary calls a meeting in one sentence', () => {
  it('sees what will be, confirms it, and everybody who belongs to it is invited', async () => {
    const { person, settle } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('开会 下周三下午3点 党员大会 308 学习二十届四中全会精神；研究发展对象')).toBe(
      [
        '请核对：党员大会',
        '11月25日（周三）15:00 · 308',
        '应到 9 人（正式 8、预备 1），有表决权 8 人',
        '议题：',
        '1 学习二十届四中全会精神',
        '2 研究发展对象',
        '通知：其他 8 人，确认后就发',
        '提醒：11月24日15:00没回复的人，当天14:00要参加的人',
        '[确认] [取消] [改时间]',
      ].join('\n'),
    );
    await settle();
    expect(person('林晓棠').messages()).toEqual([]);

    await chen.taps('确认');
    await chen.sees(
      '会议 1 定好了，已通知 8 人。\n已记您参加；来不了的话，发“请假 1 出差”。\n看谁回复了，发“会议 1”。',
    );
    await settle();
    const invitation = [
      '会议 1 · 党员大会',
      '11月25日（周三）15:00 · 308',
      '机关一支部　请您参加。',
      '议题：',
      '1 学习二十届四中全会精神',
      '2 研究发展对象',
      '[参加] [请假]',
    ].join('\n');
    for (const name of ['林晓棠', '吴刚', '罗健', '徐乐乐', '高美芳']) {
      expect(person(name).lastMessage()?.text).toBe(invitation);
    }
    for (const name of ['方一鸣', '马晓峰', '孙海波']) expect(person(name).messages()).toEqual([]);
    // Whoever calls it is not asked what they have just said.
    expect(chen.messages().some(({ text }) => text.includes('请您参加'))).toBe(false);
    expect(await chen.says('会议')).toContain('308 党员大会，您参加');
  });

  it('in any order of words, and gets the usual agenda with the study item first', async () => {
    const { person } = await begin();
    const shown = await person('陈志刚').says('开会 小会议室 支委会 14:30-16:00 下周二');
    expect(shown).toContain(
      '请核对：支委会\n11月24日（周二）14:30–16:00 · 小会议室\n应到 3 人，有表决权 3 人',
    );
    expect(shown).toContain('议题：\n1 第一议题：集中学习\n2 上次任务的进展');
  });

  it('invites activists to a lecture as guests, and whom the secretary names besides', async () => {
    const { person, settle } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('开会 下周三15:00 党课 报告厅')).toContain(
      '应到 9 人（正式 8、预备 1），列席 1 人',
    );
    expect(await chen.says('开会 下周三15:00 支委会 308 列席 林晓棠')).toContain('应到 3 人，列席 1 人');
    // 应到 3 without the convener, and the guest: each number says whom it counts.
    expect(await chen.says('确认')).toContain('会议 1 定好了，已通知 3 人（列席 1 人在内）。\n已记您参加');
    expect(await chen.says('会议 1')).toContain('参加 1/4（列席 1 人在内），请假 0，没有回复 3');
    await settle();
    expect(person('林晓棠').lastMessage()?.text).toContain('机关一支部　请您列席。');
    expect(person('何雨晴').lastMessage()?.text).toContain('机关一支部　请您参加。');
    expect(await chen.says('提醒 会议 1')).toContain('机关一支部请了 4 人（列席 1 人在内）');
    expect(await chen.says('开会 下周三15:00 支委会 308 列席 马晓峰')).toContain('没有“马晓峰”');
  });

  it('of the officers of a 机关党委, and of a branch below it with @', async () => {
    const { person } = await begin();
    const sun = person('孙海波');
    expect(await sun.says('开会 下周三15:00 支委会 308')).toContain('应到 2 人');
    const below = await sun.says('开会 下周三15:00 党员大会 308 @机关二支部');
    expect(below).toContain('机关二支部\n应到 3 人');
    expect(await sun.says('开会 下周三15:00 党员大会 308 @借阅部支部')).toContain(
      '借阅部支部的会由它自己的书记来开，所以没有发出。您可以开云溪市数据局机关党委的会。',
    );
  });

  it('of one group, which is asked for when it is not clear; its leader calls no other meeting', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('开会 下周三15:00 小组会 308')).toBe(
      [
        '是哪个党小组？',
        'A11　机关一支部第一党小组',
        'A12　机关一支部第二党小组',
        '请选一个，或直接发：开会 周三15:00 党小组会 308',
        '[A11] [A12]',
      ].join('\n'),
    );
    await chen.taps('A11');
    await chen.sees('机关一支部第一党小组\n应到 4 人（正式 3、预备 1）');
    const zhang = person('张三');
    expect(await zhang.says('开会 下周三15:00 小组会 308')).toContain('应到 4 人（正式 3、预备 1）');
    expect(await zhang.says('开会 下周三15:00 308')).toContain('请核对：党小组会');
    expect(await zhang.says('开会 下周三15:00 党员大会 308')).toBe(
      '党员大会由书记、副书记和委员来开；小组长可以开党小组会。',
    );
    expect(await person('林晓棠').says('开会 下周三15:00 党员大会 308')).toContain('使用');
  });
});

describe('what may mean two things is asked back', () => {
  it.each([
    [
      '明天下午 支委会',
      '明天是周六，不是工作日；下午还没有定几点。',
      '[周一 15:00] [明天 15:00] [明天 14:30] [明天 16:00]',
    ],
    ['下周三3点 支委会', '3点没有说是上午还是下午。', '[周三 15:00] [周三 3:00]'],
    ['周五15:00 支委会', '今天就是周五，没有说是今天还是下周五。', '[今天 15:00] [11月27日15点]'],
    ['今天8点 支委会', '今天 8:00 已经过了。', '[周一 8:00]'],
    ['下周三02:00 支委会', '2:00 是夜里。', '[周三 14:00] [周三 2:00]'],
    ['下周三22:00 支委会', '22:00 太晚。', '[周三 10:00] [周三 22:00]'],
    ['2月29日15:00 支委会', '没有2月29日这一天。', '[2月28日15点] [3月1日 15:00]'],
    ['下周三15:00 308', '还没有说开什么会。', '[党员大会] [支委会] [主题党日] [党课]'],
  ])('开会 %s', async (words, question, choices) => {
    const { person } = await begin();
    const asked = await person('陈志刚').says(`开会 ${words}`);
    expect(asked.split('\n')[0]).toBe(question);
    expect(asked.split('\n').at(-1)).toBe(choices);
    expect(asked).toContain('或直接发：开会 ');
    expect(await person('陈志刚').says('确认')).toContain('没有等您确认的内容');
  });

  it('and a choice is the whole call: one tap leads to the preview, with nothing asked again', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    await chen.says('开会 明天下午 支委会 小会议室 研究党费；通报情况');
    await chen.taps('明天 15:00');
    const preview = await chen.sees('请核对：支委会');
    expect(preview.text).toContain('明天（周六）15:00 · 小会议室');
    expect(preview.text).toContain('2 研究党费\n3 通报情况');
    // A meeting on a day off: what is sent by itself goes out on the working day before.
    expect(preview.text).toContain('提醒：11月20日15:00，请了假的除外');
  });

  it('and somebody who types it again with the missing word is understood', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('开会 党员大会 308')).toBe(
      '还没有说什么时候开。例如：开会 下周三下午3点 党员大会 308',
    );
    expect(await chen.says('开会 下周三下午3点 党员大会 308')).toContain('请核对：党员大会');
  });

  it('改时间 on the preview offers other times and keeps everything else', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    await chen.says('开会 下周三15:00 支委会 小会议室 研究党费');
    await chen.taps('改时间');
    await chen.sees('改到什么时候？');
    await chen.taps('周四 15:00');
    const preview = await chen.sees('11月26日（周四）15:00 · 小会议室');
    expect(preview.text).toContain('2 研究党费');
  });
});

describe('before anything is sent', () => {
  it('the same people in two meetings at once are pointed out', async () => {
    const { person, settle } = await begin();
    const chen = person('陈志刚');
    await chen.says('开会 下周三15:00-16:30 党员大会 308');
    await chen.says('确认');
    await settle();
    expect(await chen.says('开会 下周三16:00 支委会 小会议室')).toContain(
      '注意：同一时间有会议 1（党员大会，11月25日（周三）15:00–16:30），3 人两边都请了。',
    );
    expect(await chen.says('开会 下周三16:30 支委会 小会议室')).not.toContain('同一时间');
    expect(await person('马晓峰').says('开会 下周三15:00 党员大会 大厅')).not.toContain('同一时间');
  });

  it('what falls into somebody’s quiet hours, or into the night, is told', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 20:00' });
    await person('林晓棠').says('免打扰 19:00-9:00');
    const chen = person('陈志刚');
    expect(await chen.says('开会 下周三15:00 党员大会 308')).toContain(
      '通知：其他 8 人，其中 1 人明天（周六）9:00起送达',
    );
    await goTo('2026-11-20 21:30');
    expect(await chen.says('开会 下周三15:00 党员大会 308')).toContain(
      '通知：其他 8 人，明天（周六）8:00起送达',
    );
    await chen.says('确认');
    await goTo('2026-11-21 08:00');
    expect(person('周琪').lastMessage()?.text).toContain('11月25日（周三）15:00');
    expect(
      person('林晓棠')
        .messages()
        .filter(({ text }) => text.startsWith('会议 1')),
    ).toEqual([]);
    await goTo('2026-11-21 09:00');
    expect(person('林晓棠').lastMessage()?.text).toContain('会议 1');
  });

  it('whoever cannot be told in time is counted, and the day is named as it is when they read it', async () => {
    const { person, goTo } = await begin({ start: '2026-11-23 20:50' });
    await person('林晓棠').says('免打扰 20:00-9:30');
    const chen = person('陈志刚');
    expect(await chen.says('开会 明天9点 党员大会 308')).toContain('其他 7 人，确认后就发；会前送不到 1 人');
    expect(await chen.says('确认')).toContain('会前送不到 1 人，请当面告诉一下。');
    await goTo('2026-11-23 20:59');
    expect(person('周琪').lastMessage()?.text).toContain('明天（周二）9:00 · 308');
    await chen.says('开会 明天15:00 支委会 308');
    await goTo('2026-11-23 21:01');
    await chen.says('确认');
    await goTo('2026-11-24 08:00');
    expect(person('何雨晴').lastMessage()?.text).toContain('今天 15:00 · 308');
    expect(
      person('林晓棠')
        .messages()
        .filter(({ text }) => text.includes('党员大会')),
    ).toEqual([]);
  });

  it('明天 stays the day that was shown, also when midnight comes before 确认', async () => {
    const { person, goTo } = await begin({ start: '2026-11-24 23:55' });
    const chen = person('陈志刚');
    expect(await chen.says('开会 明天15:00 支委会 308')).toContain('明天（周三）15:00');
    await goTo('2026-11-25 00:01');
    await chen.says('确认');
    expect(await chen.says('会议 1')).toContain('今天 15:00 · 308');
  });

  it('marks of classified papers, and what does not fit a card, are refused', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('开会 下周三15:00 支委会 308 传达机密文件')).toContain('涉密或内部文件');
    expect(await chen.says(`开会 下周三15:00 支委会 308 ${'研'.repeat(60)}`)).toContain('最多 50 个');
    expect(await chen.says(`开会 下周三15:00 支委会 地点：${'很'.repeat(30)}`)).toContain('最多 20 个');
    expect(await chen.says('确认')).toContain('没有等您确认的内容');
  });

  it('a branch without officers cannot hold their meeting', async () => {
    const { person } = await begin();
    expect(await person('钱文静').says('开会 下周三15:00 支委会 308 @机关一支部第一党小组')).toContain(
      '开不了支委会',
    );
  });
});

describe('a call takes effect once', () => {
  it('over two replicas, however often 确认 is tapped', async () => {
    const { person, settle } = await begin({ replicas: 2 });
    const chen = person('陈志刚');
    await chen.says('开会 下周三15:00 党员大会 308');
    const preview = chen.lastMessage();
    await Promise.all([
      chen.taps('确认', { card: preview?.id ?? '' }),
      chen.taps('确认', { card: preview?.id ?? '' }),
    ]);
    await chen.sees('会议 1 定好了，已通知 8 人');
    await settle();
    expect(person('林晓棠').messages()).toHaveLength(1);
    expect(await chen.says('会议')).toContain('您接下来的会议 1 个');
  });

  it('two secretaries who confirm at the same moment get different numbers', async () => {
    const { person, settle } = await begin({ replicas: 2 });
    await person('陈志刚').says('开会 下周三15:00 党员大会 308');
    await person('马晓峰').says('开会 下周三15:00 党员大会 大厅');
    await Promise.all([person('陈志刚').says('确认'), person('马晓峰').says('确认')]);
    await settle();
    const numbers = ['林晓棠', '唐云'].map(
      (name) => /会议 (\d)/u.exec(person(name).lastMessage()?.text ?? '')?.[1],
    );
    expect(new Set(numbers)).toEqual(new Set(['1', '2']));
  });
});
