import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('the committee gives a task to an organisation', () => {
  it('after a preview; it goes through four steps, and cannot end without the visit afterwards', async () => {
    const { person, settle, goTo } = await begin();
    const qian = person('钱文静');
    expect(await qian.says('督办 @机关一支部 12-01 补齐第三季度会议记录')).toBe(
      [
        '预览（还没有发出）',
        '督办，发给：机关一支部（3 人）',
        '补齐第三季度会议记录',
        '期限：12月1日（周二）前',
        '请确认：内容不含涉密和内部文件',
        '[确认] [取消]',
      ].join('\n'),
    );
    expect(person('陈志刚').messages()).toHaveLength(0);
    expect(await qian.says('确认')).toContain('督办 1：补齐第三季度会议记录\n已交给机关一支部整改');
    await settle();
    for (const officer of ['陈志刚', '何雨晴', '高美芳']) {
      expect(person(officer).lastMessage()?.text).toContain('督办 1 · 整改');
    }
    for (const other of ['林晓棠', '张三', '孙海波']) expect(person(other).messages()).toHaveLength(0);

    expect(await qian.says('核验 1')).toBe(
      '督办 1 现在是“整改”，等机关一支部，还不能核验。\n看这件事发“任务 1”。',
    );
    expect(await person('何雨晴').says('办结 1 已补齐三份')).toContain('接下来：核验（云溪市直机关工委）');
    await settle();
    expect(qian.lastMessage()?.text).toContain('办结：已补齐三份');
    await goTo('2026-11-23 10:00');
    // What one of the committee began, another may go on with.
    expect(await person('赵明远').says('核验 1')).toContain(
      '接下来：回访（云溪市直机关工委），12月23日（周三）前。',
    );
    expect(await qian.says('核验 1')).toContain('已经由赵明远核验了');
    expect(await qian.says('事项 1 办结')).toContain('现在是“回访”');
    expect(await person('陈志刚').says('事项')).toBe(
      '现在没有等您办的事。\n要办一件事，发“办理”看看有哪些。',
    );

    await goTo('2026-12-14 10:00');
    expect(await qian.says('回访 1 三份都在')).toBe('已回访：督办 1 补齐第三季度会议记录\n这件事办完了。');
    await settle();
    await person('陈志刚').sees('督办 1 · 已回访');
    expect(await person('陈志刚').says('事项 1 经过')).toBe(
      [
        '督办 1 补齐第三季度会议记录',
        '11-20 09:00 云溪市直机关工委 · 发起',
        '11-20 09:00 何雨晴 · 办结：已补齐三份',
        '11-23 10:00 云溪市直机关工委 · 核验',
        '12-14 10:00 云溪市直机关工委 · 回访：三份都在',
        '这件事已结束。',
      ].join('\n'),
    );
  });

  it('and sends it back, or has it done again after the visit', async () => {
    const { person, settle } = await begin();
    const qian = person('钱文静');
    await qian.says('督办 @借阅部支部 12-01 补齐会议记录');
    await qian.says('确认');
    await settle();
    await person('杜宁').says('办结 1 补了一份');
    await settle();
    expect(await qian.says('退回 1 还缺两份')).toContain('接下来：整改（借阅部支部）');
    await settle();
    await person('杜宁').says('办结 1 补齐了');
    await settle();
    await qian.says('核验 1');
    expect(await qian.says('重办 1 又缺一份')).toContain('接下来：整改（借阅部支部）');
  });

  it('two officers at once: one of them does it, the other is told who did', async () => {
    const { person, settle } = await begin({ replicas: 2 });
    await person('钱文静').says('督办 @机关一支部 12-01 补齐会议记录');
    await person('钱文静').says('确认');
    await settle();
    const answers = await Promise.all([
      person('陈志刚').says('办结 1 陈补的'),
      person('何雨晴').says('办结 1 何补的'),
    ]);
    expect(answers.filter((answer) => answer.startsWith('已办结：督办 1'))).toHaveLength(1);
    expect(answers.filter((answer) => /^督办 1 已经由(?:陈志刚|何雨晴)办结了/u.test(answer))).toHaveLength(1);
    const course = await person('陈志刚').says('事项 1 经过');
    expect(course.match(/办结：/gu)).toHaveLength(1);
  });

  it('two of the committee at once, one accepting and one sending back', async () => {
    const { person, settle } = await begin({ replicas: 2 });
    await person('钱文静').says('督办 @机关一支部 12-01 补齐会议记录');
    await person('钱文静').says('确认');
    await settle();
    await person('陈志刚').says('办结 1 补齐了');
    await settle();
    const [accepted, returned] = await Promise.all([
      person('钱文静').says('核验 1'),
      person('赵明远').says('退回 1 还缺'),
    ]);
    const course = await person('钱文静').says('事项 1 经过');
    expect(course.split('\n').filter((line) => /核验|退回/u.test(line))).toHaveLength(1);
    if (course.includes('退回：还缺')) expect(accepted).toContain('还不能核验');
    else expect(returned).toContain('还不能退回');
  });

  it('to nobody else: not to one that is not theirs, nor by somebody who may not', async () => {
    const { person } = await begin();
    expect(await person('陈志刚').says('督办 @机关二支部 12-01 补齐会议记录')).toContain('由机关工委使用');
    expect(await person('钱文静').says('督办 @没有的支部 12-01 补齐会议记录')).toMatch(
      /没有叫“没有的支部”的组织。.*例如：督办 @\S+ 12-01 补齐会议记录$/u,
    );
    expect(await person('钱文静').says('督办 @机关一支部,@机关二支部 12-01 补齐')).toBe(
      '一次只交给一个组织，几个组织请分几次发。例如：督办 @机关一支部 12-01 补齐',
    );
    expect(await person('钱文静').says('督办 @机关一支部 11-01 补齐会议记录')).toContain('已经过去了');
    expect(await person('钱文静').says('督办 @机关一支部 12-01 秘密★补齐会议记录')).toContain('秘密★');
    expect(await person('钱文静').says('事项')).toContain('现在没有等您办的事');
  });
});
